using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using NodaTime;

namespace Banyan.Membership.Communities.Domain;

/// <summary>A self-governed group. It belongs to its organisers, not to an organisation.</summary>
internal sealed class Community : Entity
{
    public const int NameLength = 200;
    public const int PlaceLength = 200;
    public const int KindLength = 60;
    private readonly List<CommunityMember> members = [];

    private Community() { }

    public CommunityId Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The name as it is compared: see <see cref="Slugs.Folded"/>.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>Canonical, so that two spellings of one address are equal.</summary>
    public string? Website { get; private set; }

    /// <summary>Where it meets, in its own words.</summary>
    public string Place { get; private set; } = "";

    /// <summary>What it calls itself: conference, user group, initiative.</summary>
    public string Kind { get; private set; } = "";
    public Instant Created { get; private set; }
    public IReadOnlyList<CommunityMember> Members => members;

    public static Outcome List(
        CommunityOutline outline,
        string slug,
        PersonId owner,
        Actor actor,
        Instant now,
        out Community community
    )
    {
        community = new Community
        {
            Id = CommunityId.New(),
            Slug = slug,
            Name = outline.Name,
            FoldedName = Slugs.Folded(outline.Name),
            Website = outline.Website?.Canonical,
            // A program may ask for longer answers than a list shows; the whole answer stays in the application.
            Place = Slugs.Cut(outline.Place, PlaceLength),
            Kind = Slugs.Cut(outline.Kind, KindLength),
            Created = now,
        };
        if (outline.Name.Length == 0)
            return Refusals.NameMissing;
        if (outline.Name.Length > NameLength)
            return Refusals.NameTooLong;
        return Outcome
            .Of(actor, now, new CommunityListed(community.Id.Value, slug, outline.Name))
            .And(community.Admit(owner, CommunityRole.Owner, actor, now));
    }

    /// <summary>Gives a person this role; one who has it already keeps it.</summary>
    public Outcome Admit(PersonId person, CommunityRole role, Actor actor, Instant now)
    {
        var known = members.SingleOrDefault(member => member.PersonId == person);
        if (known?.Role == role)
            return Outcome.Of(actor, now);
        if (known is null)
            members.Add(new CommunityMember(Id, person, role, now));
        else
            known.Become(role);
        return Outcome.Of(actor, now, new CommunityMemberAdmitted(Id.Value, person.Value, role));
    }
}

internal sealed class CommunityMember
{
    private CommunityMember() { }

    public CommunityMember(CommunityId community, PersonId person, CommunityRole role, Instant now)
    {
        CommunityId = community;
        PersonId = person;
        Role = role;
        Since = now;
    }

    public CommunityId CommunityId { get; private set; }
    public PersonId PersonId { get; private set; }
    public CommunityRole Role { get; private set; }
    public Instant Since { get; private set; }

    public void Become(CommunityRole role) => Role = role;
}
