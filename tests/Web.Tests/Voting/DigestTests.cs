using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Notices;
using NodaTime;

namespace Banyan.Web.Tests.Voting;

/// <summary>The mail on Mondays: what waits, once, and nothing to those who want none or have nothing to do.</summary>
public sealed class DigestTests
{
    // The foundation's zone is New York: the test begins there on Monday at four in the morning.
    private static readonly Instant Monday = Instant.FromUtc(2027, 3, 1, 13, 0);

    [Theory]
    [EachDatabase]
    public async Task It_lists_what_waits_and_of_what_is_undeclared_the_name_alone(
        DatabaseKind database
    )
    {
        await using var host = await WithCasesAsync(database);
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit("/cases/PSF-27-AAAAA/declare");
        await QueueTests.DeclareAsync(tomas, "No, nothing");
        await AtAsync(host, Monday - Duration.FromMinutes(1));
        Digests(host, World.Tomas).ShouldBeEmpty();
        await AtAsync(host, Monday);
        var mail = Digests(host, World.Tomas).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("2 cases wait for your vote");
        mail.Text.ShouldContain(
            "PSF-27-AAAAA: First. Closes on Thu 11 Mar 2027, 10 days from now."
        );
        mail.Text.ShouldContain("Second. First say whether something stands between you and it.");
        mail.Text.ShouldNotContain("PSF-27-BBBBB");
        mail.Text.ShouldContain("about 5 minutes in all");
        mail.Links.ShouldBe([$"{host.BaseUrl}cases/next"]);
        // Without a vote, or of another team: no mail.
        Digests(host, World.Leila).ShouldBeEmpty();
        Digests(host, World.Hana).ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_recused_case_never_appears_and_where_nothing_waits_no_mail_comes(
        DatabaseKind database
    )
    {
        await using var host = await WithCasesAsync(database);
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        foreach (var reference in (string[])["PSF-27-AAAAA", "PSF-27-BBBBB"])
        {
            await tomas.Visit($"/cases/{reference}/declare");
            await QueueTests.DeclareAsync(tomas, "Yes, I step aside");
        }
        await AtAsync(host, Monday);
        Digests(host, World.Tomas).ShouldBeEmpty();
        Digests(host, World.Deb).ShouldHaveSingleItem();
    }

    [Theory]
    [EachDatabase]
    public async Task A_worker_that_slept_for_three_weeks_sends_one(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "First");
        host.Clock.Now = Monday + Duration.FromDays(20);
        await host.WaitingCaseAsync("PSF-27-BBBBB", "Second");
        host.Clock.Now = Monday + Duration.FromDays(21) + Duration.FromHours(2);
        await host.WorkAsync();
        Digests(host, World.Tomas).ShouldHaveSingleItem().Text.ShouldContain("Second");
        await AtAsync(host, Monday + Duration.FromDays(28));
        Digests(host, World.Tomas).Count.ShouldBe(2);
    }

    [Theory]
    [EachDatabase]
    public async Task One_click_of_a_mail_program_stops_it_and_looking_does_not(
        DatabaseKind database
    )
    {
        await using var host = await WithCasesAsync(database);
        await AtAsync(host, Monday);
        var mail = Digests(host, World.Tomas).ShouldHaveSingleItem();
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var address = new Uri(mail.Headers["List-Unsubscribe"].Trim('<', '>'));
        using var browser = host.NewVisitor();
        await browser.Visit(address.AbsolutePath);
        browser.Heading.ShouldBe("Stop a kind of mail");
        browser.Text.ShouldContain("What waits for your vote: such mail will not come any more.");
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit("/me/notifications");
        tomas.Chosen("week").ShouldBe("Weekly");
        // As RFC 8058 has it: no cookie, no origin, no token, and no redirect in the answer.
        using var program = host.NewVisitor();
        using var answer = await program.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent([
                    KeyValuePair.Create("List-Unsubscribe", "One-Click"),
                ]),
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await tomas.Visit("/me/notifications");
        tomas.Chosen("week").ShouldBe("Never");
        await AtAsync(host, Monday + Duration.FromDays(7));
        Digests(host, World.Tomas).ShouldHaveSingleItem();
        Digests(host, World.Deb).Count.ShouldBe(2);
        await tomas.Visit("/me");
        await tomas.Follow("Change");
        await tomas.ChooseByName("week", "Weekly").Press("Save");
        tomas.Source.ShouldContain("That is how mail comes from now on.");
        tomas.Chosen("week").ShouldBe("Weekly");
    }

    [Fact]
    public async Task A_strange_key_opens_nothing_and_other_addresses_still_want_our_own_origin()
    {
        await using var host = await BanyanHost.StartAsync();
        using var program = host.NewVisitor();
        foreach (
            var (path, status) in ((string, HttpStatusCode)[])
                [
                    ($"/unsubscribe/{new string('0', 40)}/week", HttpStatusCode.NotFound),
                    ("/unsubscribe/", HttpStatusCode.NotFound),
                    ("/me/notifications", HttpStatusCode.Forbidden),
                    ("/unsubscribed", HttpStatusCode.Forbidden),
                ]
        )
        {
            using var answer = await program.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, new Uri(host.BaseUrl, path))
                {
                    Content = new FormUrlEncodedContent([
                        KeyValuePair.Create("List-Unsubscribe", "One-Click"),
                    ]),
                }
            );
            answer.StatusCode.ShouldBe(status, path);
        }
    }

    private static async Task<BanyanHost> WithCasesAsync(DatabaseKind database)
    {
        var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "First");
        await host.WaitingCaseAsync("PSF-27-BBBBB", "Second");
        await host.WorkAsync();
        return host;
    }

    private static Task<int> AtAsync(BanyanHost host, Instant now)
    {
        host.Clock.Now = now;
        return host.WorkAsync();
    }

    internal static IReadOnlyList<Letter> Digests(BanyanHost host, Character reader) =>
        [
            .. host
                .Mailbox.To(reader.Address)
                .Where(mail => mail.Headers.ContainsKey("List-Unsubscribe")),
        ];
}
