using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Review.Domain;

/// <summary>One vote of a team on one case, under the rule as it stood at opening. Who may vote is the list of seats taken at opening.</summary>
internal sealed class BallotRound : Entity
{
    private BallotRound() { }

    public RoundId Id { get; private init; } = RoundId.New();
    public ApplicationId Application { get; private init; }
    public string Stage { get; private init; } = "";
    public DecisionRule.LazyConsensus Rule { get; private init; } = null!;
    public Instant OpenedAt { get; private init; }

    /// <summary>Moves by the time for which the applicant holds the ball.</summary>
    public Instant ClosesAt { get; private set; }

    /// <summary>Since when the round stands still; null while it runs.</summary>
    public Instant? PausedAt { get; private set; }
    public Instant? ClosedAt { get; private set; }
    public RoundOutcome? Outcome { get; private set; }

    /// <summary>What came out of it and why, as it was said at closing.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Grows with each vote, so that two votes at one moment are counted one after the other.</summary>
    public int VotesCast { get; private set; }
    public List<RoundSeat> Seats { get; private init; } = [];
    public List<Ballot> Ballots { get; private init; } = [];

    public bool IsOpen => ClosedAt is null;
    public IEnumerable<RoundSeat> VotingSeats => Seats.Where(seat => seat.Voting);

    public static (BallotRound Round, Outcome Outcome) Open(
        ApplicationId application,
        string stage,
        DecisionRule.LazyConsensus rule,
        IEnumerable<RoundSeat> seats,
        Actor actor,
        Instant now
    )
    {
        var round = new BallotRound
        {
            Application = application,
            Stage = stage,
            Rule = rule with { },
            OpenedAt = now,
            ClosesAt = now + Duration.FromDays(rule.WithinDays),
            Seats = [.. seats],
        };
        return (
            round,
            Kernel
                .Domain.Outcome.Of(
                    actor,
                    now,
                    new RoundOpened(
                        application.Value,
                        stage,
                        round.Seats.Count(seat => seat.Voting)
                    )
                )
                .Then(round.Due())
        );
    }

    public RoundSeat? SeatOf(PersonId? person) => Seats.Find(seat => seat.Person == person);

    public Ballot? BallotOf(PersonId? person) => Ballots.Find(ballot => ballot.Person == person);

    /// <summary>Others' votes are shown to those who have voted themselves, and to all readers once the round is closed.</summary>
    public bool ShowsVotesTo(PersonId? person) => !IsOpen || BallotOf(person) is not null;

    /// <summary>Where the round stands at this moment by its rule.</summary>
    public Judgement Judge(Instant now) =>
        LazyConsensus.Judge(
            Rule,
            Ballots,
            VotingSeats.Count(),
            ClosesAt - Duration.FromDays(Rule.WithinDays),
            PausedAt ?? now
        );

    /// <summary>What stands against a vote of this person now; null when nothing does.</summary>
    public Refusal? AgainstVoting(PersonId? person, Application application, Instant now)
    {
        if (!IsOpen || application.State != ApplicationState.InReview)
            return ReviewRefusals.RoundOver;
        if (application.Ball == Ball.Applicant || PausedAt is not null)
            return ReviewRefusals.VotesParked;
        if (SeatOf(person) is not { Voting: true })
            return ReviewRefusals.NoSeat;
        return now >= ClosesAt ? ReviewRefusals.TimeOver : null;
    }

    /// <summary>Casts a vote or changes it. When the rule then says so, the round closes in the same breath.</summary>
    public Outcome Cast(
        Application application,
        Vote vote,
        string? reason,
        Actor actor,
        Instant now
    )
    {
        if (AgainstVoting(actor.Person, application, now) is { } refusal)
            return refusal;
        var why = reason?.Trim() ?? "";
        if (vote == Vote.Against && why.Length == 0)
            return ReviewRefusals.ReasonForObjection;
        var person = actor.Person!.Value;
        var earlier = BallotOf(person);
        if (earlier?.Says(vote, why) == true)
            return Kernel.Domain.Outcome.Of(actor, now);
        if (earlier is null)
            Ballots.Add(new Ballot(person, SeatOf(person)!.Name, vote, why, now));
        else
            earlier.Change(vote, why, now);
        VotesCast++;
        return Kernel
            .Domain.Outcome.Of(
                actor,
                now,
                new BallotCast(Application.Value, vote.ToString(), Changed: earlier is not null)
            )
            .And(CloseIfDecided(application, actor, now));
    }

    /// <summary>Closes the round when its rule has come to an end; otherwise nothing changes.</summary>
    public Outcome CloseIfDecided(Application application, Actor actor, Instant now)
    {
        if (!IsOpen || PausedAt is not null || Judge(now) is not { Outcome: { } result } judgement)
            return Kernel.Domain.Outcome.Of(actor, now);
        var closing = application.RoundClosed(judgement.Sentence, actor, now);
        if (!closing.Done)
            return closing;
        End(result, judgement.Sentence, now);
        return closing.Then(new WorkChange.Cancel(Key));
    }

    /// <summary>The applicant has been asked: votes are parked and the time stands still.</summary>
    public Outcome Pause(Actor actor, Instant now)
    {
        if (IsOpen)
            PausedAt ??= now;
        return Kernel.Domain.Outcome.Of(actor, now);
    }

    /// <summary>The answer came: the time goes on where it stood.</summary>
    public Outcome Resume(Actor actor, Instant now)
    {
        if (!IsOpen || PausedAt is not { } since)
            return Kernel.Domain.Outcome.Of(actor, now);
        ClosesAt += now - since;
        PausedAt = null;
        return Kernel.Domain.Outcome.Of(actor, now).Then(Due());
    }

    /// <summary>The case left the work group by another way: closed or withdrawn.</summary>
    public Outcome Stop(Actor actor, Instant now)
    {
        if (!IsOpen)
            return Kernel.Domain.Outcome.Of(actor, now);
        End(RoundOutcome.Stopped, ReviewSentences.Stopped, now);
        return Kernel.Domain.Outcome.Of(actor, now).Then(new WorkChange.Cancel(Key));
    }

    /// <summary>The work that closes the round when its time is over.</summary>
    public WorkChange Due() =>
        new WorkChange.Plan(
            RoundDue.Kind,
            Key,
            ClosesAt,
            Application.Value,
            new RoundDue(Id.Value)
        );

    private string Key => $"{RoundDue.Kind}/{Id.Value:n}";

    private void End(RoundOutcome outcome, string sentence, Instant now) =>
        (Outcome, Sentence, ClosedAt, PausedAt) = (outcome, sentence, now, null);
}

internal enum RoundOutcome
{
    Passed,
    NoConsensus,
    Stopped,
}

internal enum Vote
{
    For,
    Against,
    Abstain,
}

/// <summary>The payload of the work that closes a round.</summary>
internal sealed record RoundDue(Guid Round)
{
    public const string Kind = "round.close";
}
