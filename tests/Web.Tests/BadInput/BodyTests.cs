using System.IO.Compression;
using System.Text;
using Banyan.Testing;
using Banyan.Testing.BadInput;

namespace Banyan.Web.Tests.BadInput;

/// <summary>Bodies that are no form, or too much of one, and methods that no page has.</summary>
public sealed class BodyTests
{
    private const string Apply = $"{Foundation.Program}/apply";
    private static readonly byte[] Fields = Encoding.ASCII.GetBytes("Email=nusrat%40example.org");

    [Asvs("V3.5.2")]
    [Theory]
    [InlineData("application/json", """{"Email":"nusrat@example.org"}""", 415)]
    [InlineData("text/plain", "Email=nusrat@example.org", 415)]
    [InlineData("application/xml", "<Email/>", 415)]
    [InlineData("nonsense", "Email=x", 415)]
    [InlineData("multipart/form-data", "Email=x", 400)]
    [InlineData("multipart/form-data; boundary=", "Email=x", 400)]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"Email\"\r\n\r\nnusrat@example.org",
        400
    )]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header at all", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b--", 422)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "Email=+ADw-", 422)]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "Email=a", 422)]
    [InlineData("application/x-www-form-urlencoded", "", 422)]
    [InlineData("application/x-www-form-urlencoded", "&&&===&=&", 422)]
    public async Task A_body_that_is_no_good_form_is_told_so(string type, string body, int status)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var visitor = host.NewVisitor();
        var answer = await visitor.SendBodyAsync(
            HttpMethod.Post,
            Apply,
            new ByteArrayContent(Encoding.ASCII.GetBytes(body)),
            type
        );
        answer.ShouldHelp(type + body).Status.ShouldBe(status);
        ShouldBeWell(host);
    }

    [Fact]
    public async Task Files_beside_the_fields_do_no_harm()
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var visitor = host.NewVisitor();
        using var content = new MultipartFormDataContent
        {
            { new StringContent("not an address"), "Email" },
            { new ByteArrayContent([1, 2, 3]), "Email", "../../x.svg" },
            { new ByteArrayContent([]), "_form", "con" },
        };
        var answer = await visitor.SendBodyAsync(HttpMethod.Post, Apply, content, null);
        answer.ShouldHelp("files").Status.ShouldBe(422);
        answer.ValueOf("Email").ShouldBe("not an address");
        ShouldBeWell(host);
    }

    [Fact]
    public async Task A_packed_body_is_told_to_be_none_of_ours()
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var visitor = host.NewVisitor();
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(Fields, TestContext.Current.CancellationToken);
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        (await visitor.SendBodyAsync(HttpMethod.Post, Apply, content, Sending.Form))
            .ShouldHelp("gzip")
            .Status.ShouldBe(415);
        (await visitor.SendBodyAsync(HttpMethod.Post, Apply, null, null))
            .ShouldHelp("no body")
            .Status.ShouldBe(415);
        ShouldBeWell(host);
    }

    [Asvs("V15.2.2")]
    [Theory]
    [InlineData("long", 413)]
    [InlineData("many", 400)]
    [InlineData("keys", 422)]
    [InlineData("key", 400)]
    public async Task Too_much_at_once_is_told_so_and_the_next_request_is_answered(
        string what,
        int status
    )
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var visitor = host.NewVisitor();
        var body = what switch
        {
            "long" => "Email=" + new string('w', 1_100_000),
            "many" => string.Join(
                '&',
                Enumerable.Range(0, 10_000).Select(number => $"f{number}=1")
            ),
            "keys" => string.Join(
                '&',
                Enumerable.Range(0, 100).Select(number => new string('k', 1000) + $"{number}=1")
            ),
            _ => new string('k', 5000) + "=1",
        };
        (await visitor.PostBodyAsync(Apply, body)).ShouldHelp(what).Status.ShouldBe(status);
        (await visitor.LookAsync(Apply)).Status.ShouldBe(200);
        ShouldBeWell(host);
    }

    [Asvs("V13.4.4")]
    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("BREW")]
    public async Task A_method_that_no_page_has_is_refused_everywhere(string method)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        foreach (var path in PathsOf(nusrat))
        {
            var answer = await nusrat.Visitor.SendBodyAsync(
                new HttpMethod(method),
                path,
                null,
                null
            );
            answer.ShouldHelp($"{method} {path}").Status.ShouldBeOneOf([404, 405], path);
        }
        ShouldBeWell(host);
    }

    [Fact]
    public async Task Every_page_answers_to_HEAD_and_to_a_form_it_does_not_have()
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        foreach (var path in PathsOf(nusrat))
        {
            var head = await nusrat.Visitor.SendBodyAsync(HttpMethod.Head, path, null, null);
            head.Status.ShouldBeOneOf([200, 303, 404], path);
            head.Body.ShouldBeEmpty(path);
            (await nusrat.Visitor.PostBodyAsync(path, $"_form={nusrat.Token}")).ShouldHelp(
                $"POST {path}"
            );
            (await nusrat.Visitor.PostBodyAsync(path, "")).ShouldHelp($"POST {path}");
        }
        var mine = await nusrat.Visitor.PostBodyAsync("/applications", $"_form={nusrat.Token}");
        mine.Status.ShouldBe(405);
        ShouldBeWell(host);
    }

    private static string[] PathsOf(Applicant nusrat) =>
        [
            "/",
            "/sign-in",
            "/sign-in/code",
            "/me",
            "/applications",
            "/problem/500",
            "/programs",
            Foundation.Program,
            Apply,
            $"{Foundation.Program}/eligibility",
            nusrat.Path,
            $"{nusrat.Path}/all",
            $"{nusrat.Path}/sections/person",
            $"{nusrat.Path}/autosave",
            $"{nusrat.Path}/clauses",
            $"{nusrat.Path}/send",
            $"{nusrat.Path}/invite",
            $"{nusrat.Path}/answer",
            $"{nusrat.Path}/write",
            $"{nusrat.Path}/reopen",
            $"{nusrat.Path}/withdraw",
            "/css/base.css",
            "/no-such-page",
        ];

    private static void ShouldBeWell(BanyanHost host) =>
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
}
