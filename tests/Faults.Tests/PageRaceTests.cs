using System.Globalization;
using System.Net;
using Banyan.Faults.Tests.Contending;
using Banyan.Faults.Tests.Grounds;
using Banyan.Testing;

namespace Banyan.Faults.Tests;

/// <summary>What may happen once is pressed in two tabs at one moment: at two nodes of one PostgreSQL, and at the one node that SQLite has.</summary>
public sealed class PageRaceTests
{
    private const string Desk = "/settings/programs/psf-community-partner";

    [Asvs("V2.3.4")]
    [Theory, EachDatabase]
    public async Task Of_two_who_press_at_once_one_does_it(DatabaseKind database)
    {
        var races = Rounds.Of(1000, sample: 2);
        using var ground = await Ground.NewAsync(database);
        var seeding = await Seeding.PlantAsync(
            ground,
            cases: 2,
            (host, planted) => Voting.DecideAsync(host, planted.Cases[1])
        );
        using var first = RunningSite.On(ground);
        using var second = RunningSite.On(ground, $"--Banyan:BaseUrl={first.Address}");
        await first.StartAndWaitAsync();
        if (database == DatabaseKind.Postgres)
            await second.StartAndWaitAsync();
        Uri[] nodes =
        [
            first.Address,
            database == DatabaseKind.Postgres ? second.Address : first.Address,
        ];
        using var staff = new TwoTabs(nodes, seeding.Staff);
        using var applicant = new TwoTabs(nodes, seeding.Cases[0].Applicant);
        await SentAsync(applicant, ground, races);
        await ReleasedAsync(staff, ground, seeding.Cases[1].Reference, races);
        await PublishedAsync(staff, ground, races);
        var (came, strangers) = await AdmittedAsync(staff, nodes, ground, races);
        var signedIn = await SignedInAsync(nodes, ground, races);
        (staff.Errors + applicant.Errors + came.Errors + signedIn.Errors).ShouldBe(
            0,
            first.Said + second.Said
        );
        var claims = staff.Claims + applicant.Claims + came.Claims + signedIn.Claims;
        Figures.Add(
            "R4",
            $"{database}, {(database == DatabaseKind.Postgres ? "two nodes" : "one node")}: 0 double effects and 0 answers 5xx in {claims:N0} claims (send an application, release a letter and take it back, publish a version, come with the last use of a code, sign in with one code); {strangers:N0} were told that the code is used up"
        );
        if (database == DatabaseKind.Postgres)
            return;
        var naive = await Naive.DoubledAsync(ground, 40);
        naive.ShouldBeGreaterThan(0);
        Figures.Add(
            "R4",
            $"{database}: self-test: of a naive program the checker finds {naive} of 40 places given twice"
        );
    }

    private static async Task SentAsync(TwoTabs tabs, Ground ground, int races)
    {
        // What one sending brings about when nobody else presses.
        var alone = await Seeding.DraftAsync(tabs.First, "Unraced lessons");
        await tabs.First.Visit($"{alone}/send");
        await tabs.First.Press("Send the application");
        var mails = await MailsAsync(ground, alone);
        mails.ShouldBeGreaterThan(0);
        for (var race = 0; race < races; race++)
        {
            var home = await Seeding.DraftAsync(tabs.First, Named("Raced lessons", race));
            (await tabs.PressAsync($"{home}/send", "Send the application")).ShouldBe(1);
            (await EventsAsync(ground, ReferenceIn(home), "application.submitted")).ShouldBe(1);
            (await MailsAsync(ground, home)).ShouldBe(mails, home);
        }
    }

    private static async Task ReleasedAsync(
        TwoTabs tabs,
        Ground ground,
        string reference,
        int races
    )
    {
        for (var race = 1; race <= races; race++)
        {
            await tabs.PressAsync($"/cases/{reference}/release", "Release this letter");
            (await EventsAsync(ground, reference, "letter.released")).ShouldBe(race);
            await tabs.PressAsync($"/cases/{reference}/undo", "Undo the release");
            (await EventsAsync(ground, reference, "letter.stopped")).ShouldBe(race);
            (await ground.RowsAsync("SELECT id FROM letters WHERE state = 'Draft'")).Count.ShouldBe(
                1,
                "one letter to be read"
            );
        }
        (
            await ground.RowsAsync(
                "SELECT id FROM work WHERE kind LIKE 'letter%' AND done_at IS NULL"
            )
        ).ShouldBeEmpty("a letter that was taken back and leaves all the same");
    }

    private static async Task PublishedAsync(TwoTabs tabs, Ground ground, int races)
    {
        for (var race = 1; race <= races; race++)
        {
            await tabs.First.Visit(Desk);
            await tabs.First.Press("Begin a working copy");
            await tabs.First.Visit($"{Desk}/edit/window");
            await tabs.First.Fill("latestWeeksBefore", Number(race % 5 + 1)).Press("Save");
            var published = await tabs.PressAsync(
                $"{Desk}/publish",
                $"Publish version {race + 1}",
                tab => tab.Fill("note", Named("Weeks", race))
            );
            published.ShouldBe(1);
            (await ground.RowsAsync("SELECT id FROM program_versions")).Count.ShouldBe(race + 1);
        }
        (await Doubles.CountAsync(ground, "program_versions", "program, number")).ShouldBe(0);
    }

    private static async Task<(TwoStrangers Came, int Refused)> AdmittedAsync(
        TwoTabs staff,
        Uri[] nodes,
        Ground ground,
        int races
    )
    {
        var strangers = new TwoStrangers(nodes);
        var refused = 0;
        for (var race = 0; race < races; race++)
        {
            await staff.First.Visit($"{Desk}/codes/new");
            await staff
                .First.Choose("What is it for?", "An invitation")
                .Fill("reason", Named("Group", race))
                .Press("Give this code");
            var code = staff.First.Page.QuerySelector("main .criteria .badge")!.TextContent;
            var answers = await strangers.SendAsync(
                $"{Foundation.Program}/apply",
                who => [("Email", $"guest{race}{who}@example.org"), ("code", code)]
            );
            answers.Count(status => status == HttpStatusCode.SeeOther).ShouldBe(1, code);
            refused += answers.Count(status => status == HttpStatusCode.UnprocessableEntity);
        }
        (
            await ground.RowsAsync("SELECT id FROM applicants WHERE email LIKE 'guest%'")
        ).Count.ShouldBe(races, "each code has one use");
        return (strangers, refused);
    }

    private static async Task<TwoStrangers> SignedInAsync(Uri[] nodes, Ground ground, int races)
    {
        var mailbox = new Mailbox(Path.Combine(ground.Data, "outbox"));
        var strangers = new TwoStrangers(nodes);
        for (var race = 0; race < races; race++)
        {
            var address = $"reader{race}@example.org";
            using var asks = new Visitor(nodes[0]);
            await asks.Visit("/sign-in");
            await asks.Fill("email", address).Press("Send me a code");
            var ticket = asks.Path.Split('=')[1];
            for (var tries = 0; mailbox.To(address).Count == 0 && tries < 600; tries++)
                await Task.Delay(50, TestContext.Current.CancellationToken);
            var code = mailbox.CodeFor(address);
            var answers = await strangers.SendAsync(
                "/sign-in/code",
                _ => [("ticket", ticket), ("code", code)]
            );
            answers.Count(status => status == HttpStatusCode.SeeOther).ShouldBe(1, address);
        }
        (
            await ground.RowsAsync(
                "SELECT s.id FROM sessions s JOIN people p ON p.id = s.person_id WHERE p.email LIKE 'reader%'"
            )
        ).Count.ShouldBe(races, "each code lets one browser in");
        return strangers;
    }

    private static async Task<int> EventsAsync(Ground ground, string reference, string action) =>
        (
            await ground.RowsAsync(
                $"SELECT e.id FROM events e JOIN applications a ON a.id = e.about WHERE a.reference = '{reference}' AND e.action = '{action}'"
            )
        ).Count;

    private static async Task<int> MailsAsync(Ground ground, string home) =>
        (
            await ground.RowsAsync(
                $"SELECT m.id FROM posted_mails m JOIN applications a ON a.id = m.thread WHERE a.reference = '{ReferenceIn(home)}'"
            )
        ).Count;

    private static string ReferenceIn(string home) => home.Split('/')[2];

    private static string Named(string what, int number) => $"{what} {Number(number)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
