using System.Net;
using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.SignIn;

/// <summary>A code, and a link that lets somebody in, serve once, are not used up by looking (Discourse CVE-2019-1020018), and stand nowhere in the database.</summary>
public sealed class ReplayTests
{
    private const int Clients = 20;

    [Asvs("V6.5.1")]
    [Theory, EachDatabase]
    public async Task Twenty_who_send_one_code_at_once_begin_one_session(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        var answers = await AtOnceAsync(
            host,
            "/sign-in/code",
            _ => [("ticket", nusrat.Path.Split('=')[1]), ("code", code)]
        );
        answers.Count(status => status == 303).ShouldBe(1);
        answers.ShouldAllBe(status => status == 303 || status == 422);
        (await SessionsAsync(host)).ShouldBe(1);
        Figures.Add(
            "S9",
            $"one code by {Clients} at once, {database}: {answers.Count(status => status == 303)} session"
        );
    }

    [Asvs("V6.4.1")]
    [Theory, EachDatabase]
    public async Task Twenty_who_follow_one_link_of_the_first_owner_at_once_begin_one_session(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var link = await SetupAsync(host);
        var answers = await AtOnceAsync(
            host,
            link,
            at =>
                [
                    ("name", $"Person {at}"),
                    ("email", $"person{at}@example.org"),
                    ("organisation", $"Organisation {at}"),
                ]
        );
        answers.Count(status => status == 303).ShouldBe(1);
        answers.ShouldAllBe(status => status < 500);
        (await SessionsAsync(host)).ShouldBe(1);
    }

    [Asvs("V7.6.2")]
    [Theory, EachDatabase]
    public async Task Looking_at_what_a_mail_leads_to_changes_nothing(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        using var marie = await host.EnteredAsync(World.Marie.Address);
        using var nusrat = await host.EnteredAsync(World.Nusrat.Address);
        await nusrat.Visit($"{Foundation.Program}/apply");
        await nusrat.Press("Begin");
        await nusrat.Visit($"{nusrat.Path}/invite");
        nusrat.Fill("Email", World.Ines.Address);
        await nusrat.Press("Add and write to them");
        using var asha = host.NewVisitor();
        await asha.AskAsync(World.Asha.Address);
        await host.WorkAsync();
        var code = host.Mailbox.CodeFor(World.Asha.Address);
        var links = host
            .Mailbox.All.SelectMany(letter => letter.Links)
            .Append(asha.Address.ToString())
            .Distinct()
            .ToList();
        links.Count.ShouldBeGreaterThan(3);
        using var scanner = host.NewVisitor();
        var before = await Dump.OfAsync(host);
        for (var round = 0; round < 2; round++)
            foreach (var link in links)
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
            {
                using var request = new HttpRequestMessage(method, link);
                using var answer = await scanner.SendAsync(request);
                ((int)answer.StatusCode).ShouldBeLessThan(500);
            }
        (await Dump.OfAsync(host)).ShouldBe(before);
        scanner.Cookies.Names.ShouldNotContain(Entering.Cookie);
        asha.Fill("code", code);
        await asha.Press("Sign in");
        (await asha.IsInAsync()).ShouldBeTrue();
        (await Dump.OfAsync(host)).ShouldNotBe(before);
    }

    [Theory, EachDatabase]
    public async Task Who_has_the_database_has_no_code_no_session_and_no_key(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var key = (await SetupAsync(host)).Split('/')[^1];
        await host.FoundAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        // The canary is there while the mail waits, so the dump shows what is kept.
        var waiting = await Dump.OfAsync(host);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        waiting.ShouldContain(code);
        nusrat.Fill("code", code);
        await nusrat.Press("Sign in");
        var session = nusrat.Cookies[Entering.Cookie].ShouldNotBeNull();
        var left = await Dump.OfAsync(host);
        foreach (var secret in (string[])[session, key])
            left.ShouldNotContain(secret);
        // Six digits may stand in a number by chance, but not alone.
        left.ShouldNotMatch($"(^|[^0-9a-f]){code}([^0-9a-f]|$)");
        // Nor as a hash that everybody can compute for all of the million.
        foreach (var hash in Hashes(code))
            left.ShouldNotContain(hash);
        left.ShouldContain(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(session)))
        );
    }

    private static IEnumerable<string> Hashes(string code)
    {
        var bytes = Encoding.UTF8.GetBytes(code);
        yield return Convert.ToHexStringLower(SHA256.HashData(bytes));
        yield return Convert.ToHexStringLower(SHA512.HashData(bytes));
        yield return Convert.ToBase64String(SHA256.HashData(bytes));
        yield return Convert.ToBase64String(bytes);
    }

    private static async Task<List<int>> AtOnceAsync(
        BanyanHost host,
        string path,
        Func<int, (string, string)[]> fields
    )
    {
        var visitors = Enumerable.Range(0, Clients).Select(_ => host.NewVisitor()).ToList();
        var answers = await Task.WhenAll(
            visitors.Select((visitor, at) => visitor.PostAsync(path, fields(at)))
        );
        visitors
            .Count(visitor => visitor.Cookies[Entering.Cookie] is not null)
            .ShouldBe(answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther));
        var statuses = answers.Select(answer => (int)answer.StatusCode).ToList();
        foreach (var answer in answers)
            answer.Dispose();
        foreach (var visitor in visitors)
            visitor.Dispose();
        return statuses;
    }

    private static Task<int> SessionsAsync(BanyanHost host) =>
        host.DbAsync(db => db.Sessions.CountAsync(TestContext.Current.CancellationToken));

    private static async Task<string> SetupAsync(BanyanHost host) =>
        new Uri(
            (
                await host.DbAsync(db =>
                    FirstOwner.AddressAsync(
                        db,
                        host.Services.GetRequiredService<SiteAddress>(),
                        host.Clock,
                        TestContext.Current.CancellationToken
                    )
                )
            )!
        ).AbsolutePath;
}
