using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;
using static Banyan.Rules.Tests.Ballots.RuleTable;

namespace Banyan.Rules.Tests.Ballots;

/// <summary>The votes of a closed round under another rule.</summary>
public sealed class ReplayTests
{
    private static readonly Instant s_start = Instant.FromUtc(2030, 2, 4, 9, 0);
    private static readonly Actor s_somebody = Actor.Of(PersonId.New(), "Marie");

    public static TheoryData<int, string, string> Cases =>
        new()
        {
            { 0, "FF-", "Escalated" },
            { 1, "FF-", "Passed" },
            { 2, "FF-", "Passed" },
            { 3, "FF-", "Passed" },
            { 4, "FF-", "Passed" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_votes_come_to_what_the_other_rule_says(
        int number,
        string seats,
        string outcome
    )
    {
        var rule = number switch
        {
            0 => (DecisionRule)Lazy,
            1 => Lazy with { For = 2 },
            2 => Majority with { ExtendDays = 5 },
            3 => new DecisionRule.NoObjection(7, Lazy),
            _ => new DecisionRule.ShareFor(60, 10, Early: false),
        };
        $"{Replay.Of(Closed(seats), rule)}".ShouldBe(outcome);
    }

    [Fact]
    public void A_missing_quorum_is_extended_once_and_then_escalates() =>
        Replay
            .Of(Closed("F---"), Majority with { ExtendDays = 5 })
            .ShouldBe(RoundOutcome.Escalated);

    [Fact]
    public void A_tie_that_nobody_may_decide_escalates() =>
        Replay
            .Of(Closed("FX"), Majority with { Tie = TieRule.Chair })
            .ShouldBe(RoundOutcome.Escalated);

    /// <summary>A round of three months ago in which these votes were cast under a rule that asks for one.</summary>
    private static BallotRound Closed(string seats)
    {
        var people = seats.Select(_ => PersonId.New()).ToList();
        var (round, _) = BallotRound.Open(
            Banyan.Partnering.ApplicationId.New(),
            new Stage
            {
                Key = "review",
                Kind = StageKind.Review,
                Title = LocalText.Of("Review"),
                Team = "group",
            },
            Majority,
            [.. people.Select(person => new RoundSeat(person, "Tomas", voting: true))],
            s_somebody,
            s_start
        );
        foreach (var (letter, person) in seats.Zip(people))
        {
            round.Clear(person, s_start);
            if (letter != '-')
                round.Ballots.Add(
                    new Ballot(
                        person,
                        "Tomas",
                        letter == 'F' ? Vote.For : Vote.Against,
                        "Why.",
                        s_start
                    )
                );
        }
        var end = s_start + Duration.FromDays(30);
        round.Settle(end, Actor.Rule, end).Step.ShouldBe(RoundStep.Close);
        return round;
    }
}
