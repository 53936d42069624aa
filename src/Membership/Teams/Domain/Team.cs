using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using NodaTime;

namespace Banyan.Membership.Teams.Domain;

/// <summary>A named group of people in an organisation; its kind says what they may do.</summary>
internal sealed partial class Team : Entity
{
    public const string OwnersSlug = "owners";
    public const string StaffSlug = "staff";
    private readonly List<TeamMember> members = [];

    private Team() { }

    public TeamId Id { get; private set; }
    public OrganisationId OrganisationId { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public TeamKind Kind { get; private set; }

    /// <summary>How many belong to it now. It changes with every seat, so two people who leave at once meet at the version of the team.</summary>
    public int Size { get; private set; }
    public Instant Created { get; private set; }
    public IReadOnlyList<TeamMember> Members => members;

    public static Outcome Form(
        OrganisationId organisation,
        string slug,
        string name,
        TeamKind kind,
        Actor actor,
        Instant now,
        out Team team
    )
    {
        team = new Team
        {
            Id = TeamId.New(),
            OrganisationId = organisation,
            Slug = slug,
            Name = name,
            Kind = kind,
            Created = now,
        };
        return Outcome.Of(actor, now, new TeamFormed(team.Id.Value, slug, name, kind));
    }

    /// <summary>The two teams that every organisation has: its owners and its staff, in this order.</summary>
    public static Outcome First(
        OrganisationId organisation,
        Actor actor,
        Instant now,
        out IReadOnlyList<Team> teams
    )
    {
        var owners = Form(
            organisation,
            OwnersSlug,
            Texts.Owners,
            TeamKind.Owners,
            actor,
            now,
            out var ownersTeam
        );
        var staff = Form(
            organisation,
            StaffSlug,
            Texts.Staff,
            TeamKind.Staff,
            actor,
            now,
            out var staffTeam
        );
        teams = [ownersTeam, staffTeam];
        return owners.And(staff);
    }

    /// <summary>Whether the person belongs to it now.</summary>
    public bool Has(PersonId person) =>
        members.Any(member => member.PersonId == person && member.Until is null);

    /// <param name="terms">Null: no term, no region.</param>
    public Outcome Add(
        PersonId person,
        bool voting,
        Actor actor,
        Instant now,
        bool chair = false,
        SeatTerms? terms = null
    )
    {
        if (Has(person))
            return Refusals.MemberAlready;
        var agreed = terms ?? SeatTerms.None;
        // Wherever on Earth: a term that is over everywhere is a slip of the pen.
        if (Against(agreed, null, now.InUtc().Date.PlusDays(-1)) is { } refusal)
            return refusal;
        var seat = new TeamMember(Id, person, voting, chair, agreed, now);
        members.Add(seat);
        Size++;
        var added = Outcome.Of(
            actor,
            now,
            new TeamMemberAdded(Id.Value, person.Value, voting, chair)
        );
        return SeatCourse.AsksYearly(Kind) || seat.Ends is not null
            ? added.Then(seat.LookAt(now))
            : added;
    }

    /// <param name="reason">Which rule ended the seat; null where a person did.</param>
    public Outcome Remove(PersonId person, Actor actor, Instant now, string? reason = null)
    {
        if (SeatOf(person) is not { } seat)
            return Refusals.NotAMember;
        if (Kind == TeamKind.Owners && Size == 1)
            return Refusals.LastOwner;
        seat.Leave(now);
        Size--;
        return Outcome
            .Of(actor, now, new TeamMemberRemoved(Id.Value, person.Value, reason))
            .Then(seat.NoLook());
    }
}
