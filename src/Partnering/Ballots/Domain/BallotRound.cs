using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>One vote of a team on one case, under the rule as it stood at opening. Who may vote is the list of seats taken at opening.</summary>
internal sealed partial class BallotRound : Entity
{
    private BallotRound() { }

    public RoundId Id { get; private init; } = RoundId.New();
    public ApplicationId Application { get; private init; }
    public string Stage { get; private init; } = "";
    public string Team { get; private init; } = "";
    public DecisionRule Rule { get; private init; } = null!;
    public Instant OpenedAt { get; private init; }
    public RoundPhase Phase { get; private set; }

    /// <summary>How many days of 24 hours the phase has.</summary>
    public int Days { get; private set; }

    /// <summary>When the phase ends; moves by the time for which the round stands still.</summary>
    public Instant ClosesAt { get; private set; }

    /// <summary>The one extension was used.</summary>
    public bool Extended { get; private set; }

    /// <summary>Since when the round stands still; null while it runs.</summary>
    public Instant? PausedAt { get; private set; }

    /// <summary>The applicant was asked; the answer lets the round go on.</summary>
    public bool AwaitsAnswer { get; private set; }

    /// <summary>Why somebody stopped it on new information; null when nobody did.</summary>
    public string? HeldFor { get; private set; }

    /// <summary>The chair's casting vote after a tie.</summary>
    public Vote? Casting { get; private set; }
    public Instant? ClosedAt { get; private set; }

    /// <summary>What came out of it and everything it came from, as it was at closing.</summary>
    public RoundResult? Result { get; private set; }

    public List<RoundSeat> Seats { get; private init; } = [];
    public List<Clearance> Clearances { get; private init; } = [];
    public List<Ballot> Ballots { get; private init; } = [];

    public bool IsOpen => ClosedAt is null;
    public IEnumerable<RoundSeat> VotingSeats => Seats.Where(seat => seat.Eligible);

    public Tally Tally
    {
        get
        {
            var counted = Ballots.Where(ballot => ballot.Counts).ToList();
            return new Tally(
                VotingSeats.Count(),
                Seats.Count(seat => seat is { Voting: true, Standing: SeatStanding.Recused }),
                counted.Count(ballot => ballot.Vote == Vote.For),
                counted.Count(ballot => ballot.Vote == Vote.Against),
                counted.Count(ballot => ballot.Vote == Vote.Abstain),
                Ballots.Count(ballot => !ballot.Counts)
            );
        }
    }

    public static (BallotRound Round, Outcome Outcome) Open(
        ApplicationId application,
        Stage stage,
        DecisionRule rule,
        IEnumerable<RoundSeat> seats,
        Actor actor,
        Instant now
    )
    {
        var round = new BallotRound
        {
            Application = application,
            Stage = stage.Key,
            Team = stage.Team,
            Rule = rule,
            OpenedAt = now,
            Days = rule.OpenDays,
            ClosesAt = now + Duration.FromDays(rule.OpenDays),
            Seats = [.. seats],
        };
        return (
            round,
            Outcome
                .Of(
                    actor,
                    now,
                    new RoundOpened(application.Value, stage.Key, round.VotingSeats.Count())
                )
                .Then(round.Due(now))
        );
    }

    public RoundSeat? SeatOf(PersonId? person) =>
        Seats.Find(seat => seat.Person == person && seat.Standing != SeatStanding.Replaced);

    public Ballot? BallotOf(PersonId? person) => Ballots.Find(ballot => ballot.Person == person);

    public bool IsCleared(PersonId? person) =>
        Clearances.Exists(clearance => clearance.Person == person);

    /// <summary>Others' votes are shown to those who have voted themselves, and to all readers once the round is closed; to the recused never.</summary>
    public bool ShowsVotesTo(PersonId? person) =>
        SeatOf(person) is not { Standing: SeatStanding.Recused }
        && (!IsOpen || BallotOf(person) is { Counts: true });

    /// <summary>Where the round stands at this moment by its rule.</summary>
    public RoundResult Stands(Instant now) => Result ?? ResultOf(JudgeAt(now), now);

    public Judgement JudgeAt(Instant now) => RuleJudge.Judge(StateAt(now));

    /// <summary>The time of the phase is over; what comes later changes nothing of its result.</summary>
    public bool IsOver(Instant now) => (PausedAt ?? now) >= ClosesAt;

    public RoundState StateAt(Instant now) =>
        new(
            Rule,
            Phase,
            Tally,
            TimeOver: IsOver(now),
            Extended,
            Casting,
            ChairOut: !Seats.Exists(seat =>
                seat
                    is {
                        Chair: true,
                        Standing: not (SeatStanding.Recused or SeatStanding.Replaced)
                    }
            )
        );

    public RoundResult ResultOf(Judgement judgement, Instant now)
    {
        var elapsed = (PausedAt ?? now) - (ClosesAt - Duration.FromDays(Days));
        var day = Math.Clamp(elapsed.Days + 1, 1, Math.Max(1, Days));
        return RoundResult.Of(StateAt(now), judgement, day, Days);
    }
}
