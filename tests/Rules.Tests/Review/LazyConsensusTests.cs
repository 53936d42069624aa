using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Review;

public sealed class LazyConsensusTests
{
    /// <summary>A Monday; ten days on is Thursday 14 February.</summary>
    private static readonly Instant Opened = Instant.FromUtc(2030, 2, 4, 9, 0);
    private static readonly DecisionRule.LazyConsensus Rule = new(3, 10, 10, Early: false);

    [Theory]
    [InlineData(
        "FFF",
        7,
        3.5,
        false,
        null,
        "3 for, 0 against on day 4: stays open to objections until Thu 14 Feb 2030, then passes."
    )]
    [InlineData(
        "FFF",
        7,
        3.5,
        true,
        nameof(RoundOutcome.Passed),
        "3 for, none against on day 4: consensus, which by this program's rule needs no more waiting."
    )]
    [InlineData(
        "FFF",
        7,
        10,
        false,
        nameof(RoundOutcome.Passed),
        "3 for, none against in 10 days: consensus."
    )]
    [InlineData(
        "FFFFA",
        7,
        12,
        false,
        nameof(RoundOutcome.Passed),
        "4 for, none against in 10 days: consensus."
    )]
    [InlineData(
        "FF",
        7,
        10,
        false,
        nameof(RoundOutcome.NoConsensus),
        "2 of 3 needed for: no consensus."
    )]
    [InlineData(
        "FF",
        7,
        9.99,
        false,
        null,
        "2 of 3 needed for, none against on day 10: open until Thu 14 Feb 2030."
    )]
    [InlineData(
        "",
        7,
        0,
        false,
        null,
        "0 of 3 needed for, none against on day 1: open until Thu 14 Feb 2030."
    )]
    [InlineData(
        "FFFX",
        7,
        1.5,
        false,
        nameof(RoundOutcome.NoConsensus),
        "1 against on day 2: handed back to staff."
    )]
    [InlineData(
        "FFFX",
        7,
        1.5,
        true,
        nameof(RoundOutcome.NoConsensus),
        "1 against on day 2: handed back to staff."
    )]
    [InlineData(
        "FFAAA",
        7,
        10,
        false,
        nameof(RoundOutcome.NoConsensus),
        "2 of 3 needed for: no consensus."
    )]
    [InlineData(
        "FFF",
        3,
        2,
        false,
        nameof(RoundOutcome.Passed),
        "3 for, none against, and everybody has voted: consensus."
    )]
    [InlineData(
        "FFA",
        3,
        2,
        false,
        nameof(RoundOutcome.NoConsensus),
        "2 of 3 needed for: no consensus."
    )]
    public void A_round_stands_where_its_rule_says(
        string votes,
        int seats,
        double days,
        bool early,
        string? outcome,
        string sentence
    )
    {
        var judged = LazyConsensus.Judge(
            Rule with
            {
                Early = early,
            },
            Ballots(votes),
            seats,
            Opened,
            Opened + Duration.FromDays(days)
        );
        judged.Outcome?.ToString().ShouldBe(outcome);
        judged.Sentence.ShouldBe(sentence);
    }

    [Fact]
    public void The_tally_adds_up_to_the_seats_whatever_is_cast()
    {
        foreach (var (votes, seats, now) in Generated())
        {
            var tally = LazyConsensus.Judge(Rule, votes, seats, Opened, now).Tally;
            (tally.For + tally.Against + tally.Abstained + tally.Absent).ShouldBe(seats);
            tally.Day.ShouldBeInRange(1, 10);
        }
    }

    [Fact]
    public void The_order_of_votes_changes_nothing()
    {
        foreach (var (votes, seats, now) in Generated())
            LazyConsensus
                .Judge(Rule, [.. votes.AsEnumerable().Reverse()], seats, Opened, now)
                .ShouldBe(LazyConsensus.Judge(Rule, votes, seats, Opened, now));
    }

    [Fact]
    public void An_abstention_never_turns_a_result()
    {
        foreach (
            var (votes, seats, now) in Generated()
                .Where(round => round.Votes.Count + 1 < round.Seats)
        )
        {
            var before = LazyConsensus.Judge(Rule, votes, seats, Opened, now);
            LazyConsensus
                .Judge(Rule, [.. votes, Ballot(Vote.Abstain)], seats, Opened, now)
                .Outcome.ShouldBe(before.Outcome);
        }
    }

    [Fact]
    public void An_objection_always_hands_the_case_back()
    {
        foreach (var (votes, seats, now) in Generated())
            LazyConsensus
                .Judge(Rule, [.. votes, Ballot(Vote.Against)], seats + 1, Opened, now)
                .Outcome.ShouldBe(RoundOutcome.NoConsensus);
    }

    [Fact]
    public void When_the_time_is_over_there_is_always_an_outcome()
    {
        foreach (var (votes, seats, _) in Generated())
            LazyConsensus
                .Judge(Rule, votes, seats, Opened, Opened + Duration.FromDays(10))
                .Outcome.ShouldNotBeNull();
    }

    private static IEnumerable<(List<Ballot> Votes, int Seats, Instant Now)> Generated()
    {
        var random = new Random(20300204);
        for (var round = 0; round < 500; round++)
        {
            var seats = random.Next(1, 12);
            var votes = Enumerable
                .Range(0, random.Next(0, seats + 1))
                .Select(_ => Ballot((Vote)random.Next(0, 3)))
                .ToList();
            yield return (votes, seats, Opened + Duration.FromHours(random.Next(0, 300)));
        }
    }

    private static List<Ballot> Ballots(string votes) =>
        [
            .. votes.Select(vote =>
                Ballot(
                    vote switch
                    {
                        'F' => Vote.For,
                        'X' => Vote.Against,
                        _ => Vote.Abstain,
                    }
                )
            ),
        ];

    private static Ballot Ballot(Vote vote) =>
        new(PersonId.New(), "Tomas", vote, vote == Vote.Against ? "Why." : "", Opened);
}
