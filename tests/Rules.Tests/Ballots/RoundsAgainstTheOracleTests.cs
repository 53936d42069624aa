using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing.Simulation;
using NodaTime;

namespace Banyan.Rules.Tests.Ballots;

/// <summary>Generated rounds under every kind of rule, step by step against rules written a second time.</summary>
public sealed class RoundsAgainstTheOracleTests
{
    private const int Rounds = 12_000;
    private static readonly Instant Start = Instant.FromUtc(2030, 2, 4, 9, 0);
    private static readonly Actor Somebody = Actor.Of(PersonId.New(), "Marie");

    [Fact]
    public void Twelve_thousand_rounds_end_as_the_oracle_says()
    {
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        var reasons = new HashSet<RoundReason>();
        for (var seed = 0; seed < Rounds; seed++)
        {
            var round = Play(new Random(seed), $"seed {seed}");
            ends[$"{round.Result!.Outcome}"] =
                ends.GetValueOrDefault($"{round.Result.Outcome}") + 1;
            reasons.Add(round.Result.Reason);
        }
        // The generator reaches every way in which a round can end, but for the case that leaves it.
        ends.Keys.Order(StringComparer.Ordinal)
            .ShouldBe(["Escalated", "Failed", "Objected", "Passed"]);
        reasons
            .Order()
            .ShouldBe(
                Enum.GetValues<RoundReason>()
                    .Where(reason =>
                        reason >= RoundReason.Consensus && reason != RoundReason.Stopped
                    )
            );
    }

    [Fact]
    public void An_oracle_that_counts_abstentions_as_votes_for_is_noticed()
    {
        var differs = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            try
            {
                Play(new Random(seed), "", blind: true);
            }
            catch (ShouldAssertException)
            {
                differs++;
            }
        }
        differs.ShouldBeGreaterThan(50);
    }

    private static BallotRound Play(Random random, string name, bool blind = false)
    {
        var rule = RuleFor(random);
        var seats = random.Next(1, 10);
        var people = Enumerable.Range(0, seats).Select(_ => PersonId.New()).ToList();
        var chair = PersonId.New();
        var application = InReview();
        var (round, _) = BallotRound.Open(
            application.Id,
            new Stage
            {
                Key = "review",
                Kind = StageKind.Review,
                Title = LocalText.Of("Review"),
                Team = "group",
            },
            rule,
            [
                .. people.Select(person => new RoundSeat(person, "Tomas", voting: true)),
                new RoundSeat(chair, "Leila", voting: false, chair: true),
            ],
            Somebody,
            Start
        );
        foreach (var person in people.Append(chair))
            round.Clear(person, Start);
        var oracle = new RoundOracle(rule, seats, _ => 14 * 24);
        var hour = 0;
        oracle.Look(hour);
        Settle(round, hour);
        for (var step = 0; round.IsOpen; step++)
        {
            hour += random.Next(0, 40);
            var now = Start + Duration.FromHours(hour);
            var seat = random.Next(0, seats);
            var vote = (Vote)random.Next(0, 3);
            // A worker that is late, and often one that is in time.
            if (random.Next(3) > 0)
            {
                oracle.Look(hour);
                Settle(round, hour);
            }
            switch (random.Next(0, 20))
            {
                case 0:
                    oracle.Recuse(seat, hour);
                    round.Recuse(people[seat]);
                    break;
                case 1:
                    oracle.Amend(hour);
                    round.MakeStale(Somebody, now);
                    break;
                case 2:
                    oracle.Stand("asked", hour);
                    round.Pause(Somebody, now);
                    break;
                case 3:
                    oracle.Stand("held", hour);
                    round.Hold("News.", Somebody, now);
                    break;
                case 4:
                    oracle.ChairEnds(hour);
                    round.CloseByChair(Somebody, now);
                    break;
                case 5 or 6:
                    oracle.ChairCasts(vote == Vote.For ? 'F' : 'X', hour);
                    round.CastCasting(
                        vote == Vote.For ? Vote.For : Vote.Against,
                        Actor.Of(chair, "Leila"),
                        now
                    );
                    break;
                case 7 when random.Next(4) == 0:
                    oracle.ChairStepsAside(hour);
                    round.Recuse(chair);
                    break;
                case < 10:
                    oracle.Continue("asked", hour);
                    round.Resume(Somebody, now);
                    oracle.Continue("held", hour);
                    round.LetGoOn(Somebody, now);
                    break;
                default:
                    var mark = vote switch
                    {
                        Vote.For => 'F',
                        Vote.Against => 'X',
                        _ => blind ? 'F' : 'A',
                    };
                    oracle.Vote(seat, mark, hour);
                    round.Cast(application, vote, "Why.", Actor.Of(people[seat], "Tomas"), now);
                    break;
            }
            Settle(round, hour);
            Compare(round, oracle, $"{name}, step {step}, hour {hour}, {rule}");
            step.ShouldBeLessThan(2000, $"{name}: a round without an end");
        }
        return round;
    }

    private static void Settle(BallotRound round, int hour)
    {
        var now = Start + Duration.FromHours(hour);
        while (
            round.Settle(now + Duration.FromDays(14), Actor.Rule, now).Step
                is not (RoundStep.Wait or RoundStep.Close)
        ) { }
    }

    private static void Compare(BallotRound round, RoundOracle oracle, string name)
    {
        $"{round.Result?.Outcome}".ShouldBe(oracle.End, name);
        if (round.IsOpen)
        {
            $"{round.Phase}".ShouldBe(oracle.Phase, name);
            round.ClosesAt.ShouldBe(Start + Duration.FromHours(oracle.Deadline), name);
        }
        var tally = round.Tally;
        int Marked(char mark) => oracle.Marks.Count(each => each == mark);
        tally.ShouldBe(
            new Tally(
                oracle.Marks.Length - Marked('R'),
                Marked('R'),
                Marked('F'),
                Marked('X'),
                Marked('A'),
                Marked('S')
            ),
            name
        );
        (tally.Present + tally.Absent).ShouldBe(tally.Eligible, name);
        tally.Absent.ShouldBeGreaterThanOrEqualTo(tally.Stale, name);
    }

    private static DecisionRule RuleFor(Random random)
    {
        var early = random.Next(2) == 0;
        DecisionRule.LazyConsensus lazy = new(random.Next(1, 5), random.Next(1, 12), 10, early);
        return random.Next(5) switch
        {
            0 => lazy,
            1 => new DecisionRule.ShareFor(random.Next(1, 101), random.Next(1, 12), early),
            2 => new DecisionRule.NoObjection(random.Next(1, 12), lazy),
            _ => new DecisionRule.Majority(
                (CountOf)random.Next(2),
                random.Next(3) switch
                {
                    0 => Quorum.HalfPlusOne,
                    1 => Quorum.TwoThirds,
                    _ => new Quorum(QuorumKind.Votes, random.Next(1, 8)),
                },
                (Threshold)random.Next(3),
                (TieRule)random.Next(3),
                random.Next(1, 12),
                random.Next(2) * random.Next(1, 6),
                early
            ),
        };
    }

    private static Application InReview()
    {
        EmailAddress.TryParse("nusrat@example.org", out var email, out _).ShouldBeTrue();
        var (application, _) = Application.Start(
            "PSF-30-TEST",
            OrganisationId.New(),
            ProgramId.New(),
            ProgramVersionId.New(),
            email!,
            PersonId.New(),
            Somebody,
            Start
        );
        var facts = new SubmitFacts(null, "Dhaka Python", null, null, "key");
        application.Submit(facts, Somebody, Start).Done.ShouldBeTrue();
        application.TakeUp(Somebody.Person!.Value, Somebody, Start).Done.ShouldBeTrue();
        application.SendToWorkGroup("group", null, Somebody, Start).Done.ShouldBeTrue();
        return application;
    }
}
