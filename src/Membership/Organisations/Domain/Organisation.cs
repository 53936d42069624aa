using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Membership.Organisations.Domain;

/// <summary>An umbrella that runs programs.</summary>
internal sealed partial class Organisation : Entity
{
    private Organisation() { }

    public OrganisationId Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>IANA id of the zone its business days are counted in.</summary>
    public string HomeZone { get; private set; } = "UTC";

    /// <summary>ISO 3166 alpha-2; null while nobody has said.</summary>
    public string? Country { get; private set; }
    public string Accent { get; private set; } = "green";

    /// <summary>The name in front of the site's address on its mail; null stands for its own name.</summary>
    public string? MailFromName { get; private set; }

    /// <summary>Where answers to its mail go; null: to the site's own address.</summary>
    public string? MailReplyTo { get; private set; }
    public Instant Created { get; private set; }

    /// <summary>Days on which it does not work, besides its weekend.</summary>
    public List<Holiday> Holidays { get; private init; } = [];

    public static Outcome Found(
        OrganisationOutline outline,
        Actor actor,
        Instant now,
        out Organisation? organisation
    )
    {
        organisation = null;
        if (outline.Name.Length == 0)
            return Refusals.NameMissing;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(outline.HomeZone) is null)
            return Refusals.ZoneUnknown(outline.HomeZone);
        organisation = new Organisation
        {
            Id = OrganisationId.New(),
            Slug = outline.Slug,
            Name = outline.Name,
            HomeZone = outline.HomeZone,
            Country = outline.Country,
            Created = now,
        };
        return Outcome.Of(
            actor,
            now,
            new OrganisationFounded(organisation.Id.Value, outline.Slug, outline.Name)
        );
    }
}

/// <summary>What one has to know to found an organisation.</summary>
/// <param name="HomeZone">IANA id.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
internal sealed record OrganisationOutline(
    string Slug,
    string Name,
    string HomeZone = "UTC",
    string? Country = null
);
