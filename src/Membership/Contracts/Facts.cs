using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Membership.Communities.Data;
using Banyan.Membership.Organisations;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams.Data;
using NodaTime;

namespace Banyan.Membership.Contracts;

public sealed record OrganisationFacts
{
    public required OrganisationId Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>IANA id.</summary>
    public required string HomeZone { get; init; }

    public DateTimeZone Zone => Zones.Of(HomeZone);

    /// <summary>ISO 3166 alpha-2; null while nobody has said.</summary>
    public required string? Country { get; init; }

    /// <summary>Name of the accent colour, in lower case.</summary>
    public required string Accent { get; init; }

    /// <summary>The name on its mail.</summary>
    public required string MailFromName { get; init; }

    /// <summary>Where answers to its mail go; null: to the site's own address.</summary>
    public required string? MailReplyTo { get; init; }

    /// <summary>How its mails speak that belong to no record.</summary>
    public MailVoice Voice => OrganisationVoice.Of(MailFromName, MailReplyTo, Accent);
}

public sealed record PersonFacts
{
    public required PersonId Id { get; init; }

    /// <summary>Empty until the person has given one.</summary>
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string EmailKey { get; init; }

    /// <summary>IANA id; null while the person has not said.</summary>
    public required string? Zone { get; init; }

    /// <summary>What stops a kind of gathered mails.</summary>
    public required string UnsubscribeKey { get; init; }
}

/// <summary>What somebody chose about a kind of mail; no row where it comes as it usually does.</summary>
public sealed record NoticeFacts
{
    public required PersonId Person { get; init; }
    public required string Kind { get; init; }
    public required Rhythm Rhythm { get; init; }
}

public sealed record CommunityFacts
{
    public required CommunityId Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string? Website { get; init; }
    public required string Place { get; init; }
    public required string Kind { get; init; }
}

public sealed record CommunityRoleFacts
{
    public required CommunityId Community { get; init; }
    public required PersonId Person { get; init; }
    public required CommunityRole Role { get; init; }
}

/// <summary>A place in a team that is held today.</summary>
public sealed record SeatFacts
{
    public required OrganisationId Organisation { get; init; }
    public required string Team { get; init; }
    public required string TeamName { get; init; }
    public required TeamKind Kind { get; init; }
    public required PersonId Person { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required bool Voting { get; init; }
    public required bool Chair { get; init; }

    /// <summary>In the team's own words; may be empty.</summary>
    public required string Region { get; init; }

    /// <summary>What stops a kind of gathered mails.</summary>
    public required string UnsubscribeKey { get; init; }
}

/// <summary>A seat in a team of the staff, of today or of the past: one person can have several.</summary>
public sealed record StaffFacts
{
    public required OrganisationId Organisation { get; init; }
    public required PersonId Person { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required bool Held { get; init; }
}

public sealed record TeamFacts
{
    public required OrganisationId Organisation { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required TeamKind Kind { get; init; }

    /// <summary>The regions that it should cover, with commas between.</summary>
    public required string Regions { get; init; }

    public IReadOnlyList<string> RegionsToCover =>
        Regions.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What other rooms may read of this one, as queries to compose with their own; nothing here can be changed.</summary>
public static class Facts
{
    extension(BanyanDb db)
    {
        public IQueryable<OrganisationFacts> OrganisationFacts =>
            db.Organisations.Select(organisation => new OrganisationFacts
            {
                Id = organisation.Id,
                Slug = organisation.Slug,
                Name = organisation.Name,
                HomeZone = organisation.HomeZone,
                Country = organisation.Country,
                Accent = organisation.Accent,
                MailFromName = organisation.MailFromName ?? organisation.Name,
                MailReplyTo = organisation.MailReplyTo,
            });

        public IQueryable<PersonFacts> PersonFacts =>
            db.People.Select(person => new PersonFacts
            {
                Id = person.Id,
                Name = person.Name,
                Email = person.Email,
                EmailKey = person.EmailKey,
                Zone = person.Zone,
                UnsubscribeKey = person.UnsubscribeKey,
            });

        public IQueryable<NoticeFacts> NoticeFacts =>
            db.Set<NoticeChoice>()
                .Select(choice => new NoticeFacts
                {
                    Person = choice.Person,
                    Kind = choice.Kind,
                    Rhythm = choice.Rhythm,
                });

        public IQueryable<CommunityFacts> CommunityFacts =>
            db.Communities.Select(community => new CommunityFacts
            {
                Id = community.Id,
                Slug = community.Slug,
                Name = community.Name,
                Website = community.Website,
                Place = community.Place,
                Kind = community.Kind,
            });

        public IQueryable<CommunityRoleFacts> CommunityRoleFacts =>
            db.CommunityMembers.Select(member => new CommunityRoleFacts
            {
                Community = member.CommunityId,
                Person = member.PersonId,
                Role = member.Role,
            });

        public IQueryable<SeatFacts> SeatFacts =>
            from member in db.TeamMembers
            where member.Until == null
            join team in db.Teams on member.TeamId equals team.Id
            join person in db.People on member.PersonId equals person.Id
            select new SeatFacts
            {
                Organisation = team.OrganisationId,
                Team = team.Slug,
                TeamName = team.Name,
                Kind = team.Kind,
                Person = person.Id,
                Name = person.Name,
                Email = person.Email,
                Voting = member.Voting,
                Chair = member.Chair,
                Region = member.Region,
                UnsubscribeKey = person.UnsubscribeKey,
            };

        public IQueryable<StaffFacts> StaffFacts =>
            from member in db.TeamMembers
            join team in db.Teams on member.TeamId equals team.Id
            where team.Kind == TeamKind.Staff
            join person in db.People on member.PersonId equals person.Id
            select new StaffFacts
            {
                Organisation = team.OrganisationId,
                Person = person.Id,
                Name = person.Name,
                Email = person.Email,
                Held = member.Until == null,
            };

        public IQueryable<TeamFacts> TeamFacts =>
            db.Teams.Select(team => new TeamFacts
            {
                Organisation = team.OrganisationId,
                Slug = team.Slug,
                Name = team.Name,
                Kind = team.Kind,
                Regions = team.Regions,
            });
    }
}
