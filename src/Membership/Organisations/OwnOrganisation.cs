using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Organisations.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Organisations;

/// <summary>The organisation that a page of its settings is about, loaded through what the viewer may change.</summary>
internal sealed class OwnOrganisation(BanyanDb db, Viewer viewer, IClock clock)
{
    public Organisation Organisation { get; private set; } = null!;

    /// <summary>As it was loaded: a refused change leaves nothing of itself on the page.</summary>
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Actor Actor => viewer.Actor;
    public Instant Now { get; private set; }
    public LocalDate Today => Now.InZone(Zones.Of(Organisation.HomeZone)).Date;

    public IQueryable<Organisation> All
    {
        get
        {
            var mine = viewer.OrganisationsWhere(MembershipPermissions.ChangeOrganisation);
            return db.Organisations.Where(organisation => mine.Contains(organisation.Id));
        }
    }

    /// <summary>False when there is none for this viewer; the page then answers 404.</summary>
    public async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        var found = await All.Include(o => o.Holidays)
            .SingleOrDefaultAsync(organisation => organisation.Slug == slug, ct);
        if (found is null)
            return false;
        (Organisation, Slug, Name, Now) = (
            found,
            found.Slug,
            found.Name,
            clock.GetCurrentInstant()
        );
        return true;
    }
}
