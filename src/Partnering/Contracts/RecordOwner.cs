using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Contracts;

/// <summary>Whose a page is: the organisation of the case, partner or program that its address names. Ask only for a page that its viewer was shown.</summary>
public sealed class RecordOwner
{
    private readonly BanyanDb db;

    internal RecordOwner(BanyanDb db) => this.db = db;

    /// <returns>Null where the address names nothing of ours.</returns>
    public async Task<OrganisationFacts?> OfAsync(
        RouteValueDictionary address,
        CancellationToken ct
    )
    {
        var id = await IdAsync(address, ct);
        return id is null
            ? null
            : await db.OrganisationFacts.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct);
    }

    private async Task<OrganisationId?> IdAsync(RouteValueDictionary address, CancellationToken ct)
    {
        if (address["reference"] is string reference)
            return await db
                .Applications.WithReference(reference)
                .Select(a => (OrganisationId?)a.Organisation)
                .SingleOrDefaultAsync(ct);
        if (address["code"] is string typed && PartnerCode.Read(typed) is { } code)
            return await db
                .Partnerships.Where(p => p.Code == code)
                .Select(p => (OrganisationId?)p.Organisation)
                .SingleOrDefaultAsync(ct);
        if (address["program"] is string program)
            return await db
                .Programs.Where(p => p.Slug == program)
                .Select(p => (OrganisationId?)p.Organisation)
                .SingleOrDefaultAsync(ct);
        return (address["organisation"] ?? address["slug"]) is string slug
            ? await db
                .OrganisationFacts.Where(o => o.Slug == slug)
                .Select(o => (OrganisationId?)o.Id)
                .SingleOrDefaultAsync(ct)
            : null;
    }
}
