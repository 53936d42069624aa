using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Review.Domain;

/// <summary>A member of the team when the round opened. Those who join later have no seat in it; those who leave keep theirs.</summary>
internal sealed class RoundSeat
{
    private RoundSeat() { }

    public RoundSeat(PersonId person, string name, bool voting) =>
        (Person, Name, Voting) = (person, name, voting);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public RoundId Round { get; private init; }
    public PersonId Person { get; private init; }
    public string Name { get; private init; } = "";
    public bool Voting { get; private init; }
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

    public void Change(Vote vote, string reason, Instant at) =>
        (Vote, Reason, At) = (vote, Kept(reason), at);

    public bool Says(Vote vote, string reason) => Vote == vote && Reason == Kept(reason);

    private static string? Kept(string reason) => reason.Length == 0 ? null : reason;
}
