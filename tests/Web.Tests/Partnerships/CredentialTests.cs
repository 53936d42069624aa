using System.Net;
using System.Text;
using System.Text.Json;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Secrets;
using Banyan.Partnering.Credentials.Data;
using Banyan.Partnering.Credentials.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Commands;
using Banyan.Web.Tests.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>The signed badge, as a program that is not ours reads it.</summary>
public sealed class CredentialTests
{
    private const string StatusList = "/status-list.jwt";

    public static bool VerifierIsThere => OtherVerifier.Missing is null;

    [Asvs("V11.6.1")]
    [Theory(
        SkipUnless = nameof(VerifierIsThere),
        Skip = "Needs python3-jwt and python3-cryptography; ./test installs them."
    )]
    [EachDatabase]
    public async Task Somebody_elses_program_believes_it_while_the_partnership_stands(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var code = await PartnerAsync(host);
        var token = await TokenAsync(host, Path(code));
        var verdict = await VerifyAsync(host, token);
        verdict.Problem.ShouldBe("");
        var found = verdict.Found!.Value;
        found.GetProperty("bit").GetInt32().ShouldBe(0);
        found.GetProperty("typ").GetString().ShouldBe("JWT");
        var claims = found.GetProperty("claims");
        var site = host.BaseUrl.ToString().TrimEnd('/');
        Text(claims, "id").ShouldBe(site + Path(code));
        Text(claims, "jti").ShouldBe(site + Path(code));
        Text(claims, "iss").ShouldBe($"{site}/organisations/psf");
        Text(claims.GetProperty("issuer"), "id").ShouldBe($"{site}/organisations/psf");
        Text(claims.GetProperty("issuer"), "name").ShouldBe("The Foundation");
        Text(claims, "name").ShouldBe("Dhaka Python Day: partner of The Foundation");
        // Days begin and end where the organisation is at home.
        Text(claims, "validFrom").ShouldBe("2027-03-01T00:00:00Z");
        Text(claims, "validUntil").ShouldBe("2028-03-01T00:00:00Z");
        Text(claims, "sub").ShouldBe($"{site}/partners/{code}");
        var achievement = claims.GetProperty("credentialSubject").GetProperty("achievement");
        Text(achievement, "id").ShouldBe($"{site}/programs/psf-community-partner");
        Text(achievement.GetProperty("image"), "id").ShouldBe($"{site}/badge/{code}.svg");
        (await EndAsync(host)).ShouldBe(1);
        (await VerifyAsync(host, token)).Found!.Value.GetProperty("bit").GetInt32().ShouldBe(1);
    }

    [Fact(
        SkipUnless = nameof(VerifierIsThere),
        Skip = "Needs python3-jwt and python3-cryptography; ./test installs them."
    )]
    public async Task Somebody_elses_program_does_not_believe_what_was_changed()
    {
        await using var host = await BanyanHost.StartAsync();
        var token = await TokenAsync(host, Path(await PartnerAsync(host)));
        var parts = token.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.Read(parts[1])!);
        var later = payload.Replace("2028-", "2038-", StringComparison.Ordinal);
        later.ShouldNotBe(payload);
        await DoubtedAsync(
            host,
            $"{parts[0]}.{Base64Url.Of(Encoding.UTF8.GetBytes(later))}.{parts[2]}",
            "Signature verification failed"
        );
        var other = parts[2][0] == 'A' ? 'B' : 'A';
        await DoubtedAsync(
            host,
            $"{parts[0]}.{parts[1]}.{other}{parts[2][1..]}",
            "Signature verification failed"
        );
        var header = Encoding.UTF8.GetString(Base64Url.Read(parts[0])!);
        var none = header.Replace("RS256", "none", StringComparison.Ordinal);
        await DoubtedAsync(
            host,
            $"{Base64Url.Of(Encoding.UTF8.GetBytes(none))}.{parts[1]}.",
            "algorithm"
        );
        host.Clock.Now = Instant.FromUtc(2028, 3, 1, 0, 0);
        await DoubtedAsync(host, token, "expired");
    }

    [Theory(
        SkipUnless = nameof(VerifierIsThere),
        Skip = "Needs python3-jwt and python3-cryptography; ./test installs them."
    )]
    [EachDatabase]
    public async Task An_old_badge_proves_itself_after_both_keys_were_changed(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var path = Path(await PartnerAsync(host));
        var old = await TokenAsync(host, path);
        (await KeysAsync(host)).Out.ShouldContain("1 secrets were sealed anew.");
        (await KeysAsync(host, "--signing")).Out.ShouldContain("Another key signs badges");
        host.Clock.Advance(Duration.FromSeconds(5));
        var fresh = await TokenAsync(host, path);
        var (before, after) = (await VerifyAsync(host, old), await VerifyAsync(host, fresh));
        (before.Problem, after.Problem).ShouldBe(("", ""));
        Text(before.Found!.Value, "kid").ShouldNotBe(Text(after.Found!.Value, "kid"));
        (
            await host.DbAsync(db => db.SigningKeys.Select(key => key.Private).ToListAsync())
        ).ShouldAllBe(kept => kept.Key == 2);
    }

    [Theory, EachDatabase]
    public async Task What_is_signed_may_be_kept_for_five_minutes_and_read_from_everywhere(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var path = Path(await PartnerAsync(host));
        using var anybody = host.NewVisitor();
        await TokenAsync(host, path);
        var key = await host.DbAsync(db => db.SigningKeys.Select(k => k.Thumbprint).SingleAsync());
        foreach (
            var address in (string[])
                [path, StatusList, "/.well-known/jwks.json", $"/.well-known/jwks/{key}.json"]
        )
        {
            using var first = await anybody.GetAsync(address);
            first.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            $"{first.Headers.CacheControl}".ShouldBe("public, max-age=300");
            first.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            host.Clock.Advance(Duration.FromSeconds(6));
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.Tag);
            using var again = await anybody.SendAsync(request);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, address);
        }
        foreach (
            var address in (string[])
                ["/verify/00000000/credential.jwt", "/.well-known/jwks/nothing.json"]
        )
        {
            using var none = await anybody.GetAsync(address);
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Theory, EachDatabase]
    public async Task Without_the_file_of_keys_nothing_is_signed_and_the_page_still_answers(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var code = await PartnerAsync(host);
        File.Delete(host.Services.GetRequiredService<KeyFile>().Path);
        // What a process has read it knows; this one starts anew.
        await using var again = await BanyanHost.StartAsync(
            database,
            new HostChoice
            {
                Database = host.Services.GetRequiredService<Settings>().Database.ConnectionString,
                Arguments = [$"--Banyan:Data={host.DataFolder}"],
            }
        );
        using var anybody = again.NewVisitor();
        using var answer = await anybody.GetAsync(Path(code));
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(
            "This site cannot sign anything at the moment. The page of the partnership says how things stand.\n"
        );
        await anybody.Visit($"/verify/{code}");
        anybody.Status.ShouldBe(HttpStatusCode.OK);
        var doctor = await BanyanProgram.RunAsync(["doctor", .. Settings(host)]);
        doctor.Code.ShouldBe(1);
        doctor.Out.ShouldContain("RED    secret keys");
        doctor.Out.ShouldContain("is missing, and the database holds secrets");
    }

    [Theory, EachDatabase]
    public async Task Before_the_first_partnership_there_is_no_key_and_looking_makes_none(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var anybody = host.NewVisitor();
        using var none = await anybody.GetAsync(StatusList);
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TextAsync(anybody, "/.well-known/jwks.json")).ShouldContain("\"keys\": []");
        (await host.DbAsync(db => db.SecretKeys.CountAsync())).ShouldBe(0);
        await PartnerAsync(host);
        await TokenAsync(host, StatusList);
        (await host.DbAsync(db => db.SigningKeys.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_partner_page_leads_to_the_credential_and_shows_a_snippet_for_each_kind_of_page()
    {
        await using var host = await BanyanHost.StartAsync();
        var code = await PartnerAsync(host);
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/partners/{code}");
        var site = host.BaseUrl.ToString().TrimEnd('/');
        var name = JsonDocument
            .Parse(await TextAsync(anybody, $"/badge/{code}.json"))
            .RootElement.GetProperty("label");
        var snippets = anybody
            .Page.QuerySelectorAll("main pre")
            .Select(snippet => snippet.TextContent)
            .ToList();
        snippets.Count.ShouldBe(3);
        snippets[2]
            .ShouldBe(
                $".. image:: {site}/badge/{code}.svg\n   :target: {site}/verify/{code}\n   :alt: {name}"
            );
        foreach (var link in (string[])[Path(code), $"/badge/{code}.json"])
            anybody.Page.QuerySelector($"main a[href='{link}']").ShouldNotBeNull(link);
    }

    private static string Path(string code) => $"/verify/{code}/credential.jwt";

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static async Task<string> PartnerAsync(BanyanHost host)
    {
        using var marie = await host.MarieAsync();
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        return await host.DbAsync(db => db.Partnerships.Select(p => p.Code).SingleAsync());
    }

    /// <summary>How many ended.</summary>
    private static async Task<int> EndAsync(BanyanHost host) =>
        await host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            var partner = await db.Partnerships.Include(p => p.Conditions).SingleAsync(ct);
            var now = host.Clock.Now;
            return (
                await db.CommitAsync(partner.TakeBack(now.InUtc().Date, Actor.Rule, now), ct)
            ).Done
                ? 1
                : 0;
        });

    private static async Task<string> TokenAsync(BanyanHost host, string path)
    {
        using var anybody = host.NewVisitor();
        return await TextAsync(anybody, path);
    }

    private static async Task<string> TextAsync(Visitor visitor, string path)
    {
        using var response = await visitor.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }

    private static Task<OtherVerifier.Verdict> VerifyAsync(BanyanHost host, string token) =>
        OtherVerifier.VerifyAsync(host.BaseUrl, host.Clock.Now, token);

    private static async Task DoubtedAsync(BanyanHost host, string token, string why)
    {
        var verdict = await VerifyAsync(host, token);
        verdict.Found.ShouldBeNull();
        verdict.Problem.ShouldContain(why);
    }

    private static async Task<BanyanProgram.Ended> KeysAsync(
        BanyanHost host,
        params string[] options
    )
    {
        var ended = await BanyanProgram.RunAsync(["keys", "rotate", .. options, .. Settings(host)]);
        ended.Code.ShouldBe(0, ended.Error);
        return ended;
    }

    private static string[] Settings(BanyanHost host) =>
        [
            $"--Banyan:Data={host.DataFolder}",
            $"--Banyan:Database={host.Services.GetRequiredService<Settings>().Database.ConnectionString}",
        ];
}
