using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using NodaTime;

namespace Banyan.Membership.Teams.Domain;

/// <summary>What is agreed about a seat when it is given, and may be changed later.</summary>
/// <param name="Ends">The last day of the term; null where it has none.</param>
/// <param name="Region">Which part of the world it speaks for, in the team's own words; may be empty.</param>
internal sealed record SeatTerms(LocalDate? Ends, string Region)
{
    public const int RegionLength = 60;
    public static readonly SeatTerms None = new(null, "");
}

/// <summary>One stay of a person in a team; who comes back gets a new row.</summary>
internal sealed class TeamMember
{
    private TeamMember() { }

    public TeamMember(
        TeamId team,
        PersonId person,
        bool voting,
        bool chair,
        SeatTerms terms,
        Instant since
    )
    {
        Id = Guid.CreateVersion7();
        TeamId = team;
        PersonId = person;
        Voting = voting;
        Chair = chair;
        (Ends, Region) = terms;
        Since = since;
    }

    public Guid Id { get; private set; }
    public TeamId TeamId { get; private set; }
    public PersonId PersonId { get; private set; }
    public bool Voting { get; private set; }

    /// <summary>Leads the team: keeps its rounds going and decides about conflicts of interest. Often without a vote.</summary>
    public bool Chair { get; private set; }
    public string Region { get; private set; } = "";
    public Instant Since { get; private set; }

    /// <summary>The last day of the term, in the organisation's zone.</summary>
    public LocalDate? Ends { get; private set; }
    public Instant? Until { get; private set; }

    /// <summary>When the member was told that the term ends on <see cref="Ends"/>.</summary>
    public Instant? ToldOfEnd { get; private set; }

    /// <summary>When the member last said in writing that they go on.</summary>
    public Instant? Confirmed { get; private set; }

    /// <summary>Since when the member is asked whether they go on; null while nothing is asked.</summary>
    public Instant? Asked { get; private set; }
    public Instant? Reminded { get; private set; }

    public SeatTerms Terms => new(Ends, Region);

    /// <summary>Looks at the seat at this instant: <see cref="SeatCourse"/> says what is due then.</summary>
    public WorkChange LookAt(Instant at) =>
        new WorkChange.Plan(
            SeatLook.Kind,
            LookKey,
            at,
            TeamId.Value,
            new SeatLook(TeamId.Value, Id)
        );

    public WorkChange NoLook() => new WorkChange.Cancel(LookKey);

    public void Leave(Instant now) => Until = now;

    public void Agree(SeatTerms terms)
    {
        if (terms.Ends != Ends)
            ToldOfEnd = null;
        (Ends, Region) = terms;
    }

    public void GoOn(Instant now) => (Confirmed, Asked, Reminded) = (now, null, null);

    public void Ask(Instant now) => (Asked, Reminded) = (now, null);

    public void Remind(Instant now) => Reminded = now;

    public void TellOfEnd(Instant now) => ToldOfEnd = now;

    private string LookKey => $"{SeatLook.Kind}/{Id:n}";
}

/// <summary>The payload of the work that keeps a seat.</summary>
internal sealed record SeatLook(Guid Team, Guid Seat)
{
    public const string Kind = "seat.look";
}
