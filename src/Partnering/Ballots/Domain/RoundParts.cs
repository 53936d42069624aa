using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Ballots.Domain;

internal enum SeatStanding
{
    Seated,

    /// <summary>Out by a conflict of interest: in no number but that of the recused.</summary>
    Recused,

    /// <summary>Somebody else sits here now.</summary>
    Replaced,
}

/// <summary>A member of the team when the round opened, or put in the place of one. Those who join the team later have no seat in it; those who leave keep theirs.</summary>
internal sealed class RoundSeat
{
    private RoundSeat() { }

    public RoundSeat(PersonId person, string name, bool voting, bool chair = false) =>
        (Person, Name, Voting, Chair) = (person, name, voting, chair);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public RoundId Round { get; private init; }
    public PersonId Person { get; private init; }
    public string Name { get; private init; } = "";
    public bool Voting { get; private init; }
    public bool Chair { get; private init; }
    public SeatStanding Standing { get; internal set; }

    /// <summary>When the chair last asked for this vote by mail.</summary>
    public Instant? NudgedAt { get; internal set; }

    public bool Eligible => Voting && Standing == SeatStanding.Seated;
}

/// <summary>The seat's holder declared that nothing stands against their vote. The database takes no ballot without it.</summary>
internal sealed class Clearance
{
    private Clearance() { }

    public Clearance(PersonId person, Instant at) => (Person, At) = (person, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public RoundId Round { get; private init; }
    public PersonId Person { get; private init; }
    public Instant At { get; private init; }
}

internal enum Vote
{
    For,
    Against,
    Abstain,
}

/// <summary>One member's vote; changing it keeps the row and leaves an event.</summary>
internal sealed class Ballot
{
    private Ballot() { }

    public Ballot(PersonId person, string name, Vote vote, string reason, Instant at) =>
        (Person, Name, Vote, Reason, At) = (person, name, vote, Kept(reason), at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public RoundId Round { get; private init; }
    public PersonId Person { get; private init; }
    public string Name { get; private init; } = "";
    public Vote Vote { get; private set; }
    public string? Reason { get; private set; }
    public Instant At { get; private set; }

    /// <summary>The answers it was cast on have changed since; it does not count until it is cast again.</summary>
    public Instant? StaleSince { get; internal set; }

    public bool Counts => StaleSince is null;

    public void Change(Vote vote, string reason, Instant at) =>
        (Vote, Reason, At, StaleSince) = (vote, Kept(reason), at, null);

    public bool Says(Vote vote, string reason) => Counts && Vote == vote && Reason == Kept(reason);

    private static string? Kept(string reason) => reason.Length == 0 ? null : reason;
}
