using System.Globalization;
using Banyan.Faults.Tests.Contending;
using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Load;
using Banyan.Testing;

namespace Banyan.Faults.Tests;

/// <summary>The same thing is asked of two nodes of one PostgreSQL at the same moment. SQLite has one node: there the gate of the process decides, and the tests of the web part race at it.</summary>
public sealed class ContentionTests
{
    private int count;

    [Asvs("V2.3.4")]
    [Fact]
    public async Task Of_two_nodes_that_are_asked_at_once_one_does_it()
    {
        Assert.SkipWhen(DatabaseGoneTests.Missing is not null, DatabaseGoneTests.Missing ?? "");
        var races = Rounds.Of(5000, sample: 12);
        using var ground = await Ground.NewAsync(DatabaseKind.Postgres);
        var voters = new List<Voter>();
        var seeding = await Seeding.PlantAsync(
            ground,
            cases: 3,
            async (host, planted) => voters.AddRange(await Voting.OpenAsync(host, planted.Cases[2]))
        );
        using var first = RunningSite.On(ground);
        // One public address for both, as behind a proxy.
        using var second = RunningSite.On(ground, $"--Banyan:BaseUrl={first.Address}");
        await first.StartAndWaitAsync();
        await second.StartAndWaitAsync();
        using var race = new Race(first, second);
        await PressedTwiceAsync(race, seeding.Cases[0], races);
        await BegunTwiceAsync(race, races);
        await WithdrawnAndReopenedAsync(race, ground, seeding.Cases[1], races);
        await VotedTwiceAsync(race, ground, voters, races);
        race.Errors.ShouldBe(0, first.Said + second.Said);
        var entries = await Doubles.CountAsync(
            ground,
            "thread_entries",
            "words",
            "words LIKE 'RX%'"
        );
        var begun = await Doubles.CountAsync(ground, "applicants", "email", "email LIKE 'RX%'");
        var ballots = await Doubles.CountAsync(ground, "ballots", "round, person");
        (entries, begun, ballots).ShouldBe((0, 0, 0));
        Figures.Add(
            "R4",
            $"Postgres, two nodes: 0 double effects and {race.Errors} answers 5xx in {race.Claims:N0} claims (same key, begin, withdraw and reopen, vote); the same key got the same answer each time"
        );
        var naive = await Naive.DoubledAsync(ground, 40);
        naive.ShouldBeGreaterThan(0);
        Figures.Add(
            "R4",
            $"Postgres: self-test: of a naive program the checker finds {naive} of 40 places given twice"
        );
    }

    private async Task PressedTwiceAsync(Race race, SentCase sent, int races)
    {
        for (var round = 0; round < races; round++)
        {
            var mark = Mark();
            var form = Form.Of(
                $"/applications/{sent.Reference}/write",
                sent.Applicant,
                mark,
                ("Words", mark)
            );
            var answers = await race.RunAsync(form, form);
            answers.Distinct().Count().ShouldBe(1, "same key, same answer");
            answers[0].Status.ShouldBe(303);
        }
    }

    private async Task BegunTwiceAsync(Race race, int races)
    {
        for (var round = 0; round < races; round++)
        {
            var mark = Mark();
            var form = Form.Of(
                $"{Foundation.Program}/apply",
                null,
                mark,
                ("Email", Crowd.AddressOf(mark))
            );
            var answers = await race.RunAsync(form, form);
            answers.Distinct().Count().ShouldBe(1, "same key, same answer");
            answers[0].Status.ShouldBe(303);
        }
    }

    // Two tabs, each with a key of its own: one of them is told that it is done already.
    private async Task WithdrawnAndReopenedAsync(Race race, Ground ground, SentCase sent, int races)
    {
        for (var round = 0; round < races; round++)
        {
            var verb = round % 2 == 0 ? "withdraw" : "reopen";
            var answers = await race.RunAsync(Press(), Press());
            answers.ShouldContain(answer => answer.Status == 303, verb);
            answers.ShouldAllBe(answer => answer.Status == 303 || answer.Status == 422);

            Form Press() =>
                Form.Of(
                    $"/applications/{sent.Reference}/{verb}",
                    sent.Applicant,
                    Mark(),
                    ("Reason", "No")
                );
        }
        foreach (
            var (action, times) in ((string, int)[])
                [("application.withdrawn", (races + 1) / 2), ("application.reopened", races / 2)]
        )
            (
                await ground.RowsAsync(
                    $"SELECT e.id FROM events e JOIN applications a ON a.id = e.about WHERE a.reference = '{sent.Reference}' AND e.action = '{action}'"
                )
            ).Count.ShouldBe(times, action);
    }

    private async Task VotedTwiceAsync(Race race, Ground ground, List<Voter> voters, int races)
    {
        var cast = 0;
        for (var round = 0; round < races; round++)
        {
            var (one, other) = (
                voters[round % voters.Count],
                voters[(round / voters.Count) % voters.Count]
            );
            var answers = await race.RunAsync(Vote(one, "Abstain"), Vote(other, "Against"));
            answers.ShouldAllBe(answer => answer.Status == 303 || answer.Status == 422);
            cast += answers.Count(answer => answer.Status == 303);
        }
        cast.ShouldBeGreaterThan(0);
        (
            await ground.RowsAsync("SELECT id FROM events WHERE action = 'ballot.cast'")
        ).Count.ShouldBe(cast, "each vote that was acknowledged, and no other");

        // The same vote for the same reason is no event.
        Form Vote(Voter voter, string vote)
        {
            var mark = Mark();
            return Form.Of(
                $"/cases/{voter.Reference}/vote",
                voter.Browser,
                mark,
                ("vote", vote),
                ("reason", mark),
                ("seen", voter.Seen)
            );
        }
    }

    private string Mark() => string.Create(CultureInfo.InvariantCulture, $"RX{++count}");
}
