using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Partnerships;

/// <summary>The partnership that a page for its two sides is about, loaded through what the viewer may see.</summary>
internal sealed class OpenPartner(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    public Partnership Partner { get; private set; } = null!;

    /// <summary>With those who speak for the partner.</summary>
    public Application Application { get; private set; } = null!;
    public ProgramDefinition Program { get; private set; } = null!;
    public OrganisationFacts Home { get; private set; } = null!;

    /// <summary>Where the viewer stands; null in work, which nobody reads.</summary>
    public PartnerSide? Side { get; private set; }
    public Instant Now { get; private set; }
    public LocalDate Today => Now.InZone(Home.Zone).Date;
    public Actor Actor => Side is null ? Actor.Rule : viewer.Actor;
    public Viewer Viewer => viewer;
    public Standing Standing => Partner.StandingOn(Today);

    /// <summary>For either side. False when there is no such partnership for this viewer; the page then answers 404.</summary>
    public async Task<bool> LoadAsync(string code, CancellationToken ct) =>
        await LoadAsync(db.Applications.HeldBy(viewer), code, PartnerSide.Partner, ct)
        || await LoadAsync(code, CasePermissions.Read, ct);

    /// <summary>For those of the organisation who hold the permission.</summary>
    public Task<bool> LoadAsync(string code, string permission, CancellationToken ct) =>
        LoadAsync(db.Applications.OnDeskOf(viewer, permission), code, PartnerSide.Organisation, ct);

    /// <summary>For work, which nobody reads.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task LoadAsync(PartnershipId id, CancellationToken ct) =>
        await TakeAsync(await db.Partnerships.Whole().SingleAsync(p => p.Id == id, ct), ct);

    /// <summary>One that is at hand in work.</summary>
    public Task TakeAsync(Partnership partner, CancellationToken ct) =>
        FillAsync(partner, null, ct);

    private async Task<bool> LoadAsync(
        IQueryable<Application> reached,
        string typed,
        PartnerSide side,
        CancellationToken ct
    )
    {
        if (PartnerCode.Read(typed) is not { } code)
            return false;
        var found = await db
            .Partnerships.Whole()
            .Where(p => p.Code == code && reached.Any(a => a.Id == p.Application))
            .SingleOrDefaultAsync(ct);
        if (found is not null)
            await FillAsync(found, side, ct);
        return found is not null;
    }

    private async Task FillAsync(Partnership partner, PartnerSide? side, CancellationToken ct)
    {
        (Partner, Side, Now) = (partner, side, clock.GetCurrentInstant());
        Application = await db
            .Applications.Include(a => a.Applicants)
            .SingleAsync(a => a.Id == partner.Application, ct);
        Home = await db.OrganisationFacts.SingleAsync(o => o.Id == partner.Organisation, ct);
        Program = await shelf.DefinitionAsync(partner.ProgramVersion, ct);
    }

    public PartnerView View =>
        new()
        {
            Id = Partner.Id,
            Code = Partner.Code,
            Title = Partner.Title,
            Organisation = Home,
            Program = Program.Name.ToString(),
            Edition = Partner.Edition,
            Website = Partner.Website,
            Place = Partner.Place,
            Begins = Partner.Begins,
            Until = Partner.Until,
            IsCurrent = Standing.IsCurrent(),
            Benefits =
            [
                .. Partner.Promises.Benefits.Select(promise => new PromisedBenefit(
                    promise.Key,
                    promise.Kind,
                    promise.Words,
                    promise.More,
                    promise.Quantity,
                    promise.Unit
                )),
            ],
            Side = Side,
            Actor = Actor,
            Now = Now,
        };
}
