using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Acknowledgements.Data;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>
/// Who accepted which text of a program's clauses, in a fixed number of statements. It speaks of partners only: their names are public, and
/// what became of other applications is not everybody's to know who may read this.
/// </summary>
internal sealed class ReadLedger(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    /// <returns>Null for a program that is not there, or not of an organisation where the viewer may do this.</returns>
    public async Task<Ledger?> OfAsync(string slug, string permission, CancellationToken ct)
    {
        if (
            await shelf.FindAsync(slug, ct) is not { } program
            || !viewer.May(permission, program.Organisation)
        )
            return null;
        var organisation = await db
            .OrganisationFacts.AsNoTracking()
            .SingleAsync(facts => facts.Id == program.Organisation, ct);
        var now = clock.GetCurrentInstant();
        var id = program.Id;
        var versions = await db
            .ProgramVersions.AsNoTracking()
            .Where(version => version.Program == id)
            .OrderBy(version => version.Number)
            .Select(version => new
            {
                version.Id,
                version.Number,
                version.PublishedAt,
            })
            .ToListAsync(ct);
        var definitions = await shelf.DefinitionsAsync(versions.Select(version => version.Id), ct);
        var partners = await PartnersAsync(
            db,
            db.Partnerships.AsNoTracking().Where(p => p.Program == id),
            ct
        );
        var current = program.Definition.Clauses.Select(ClauseText.Hash).ToList();
        var earlier = partners
            .SelectMany(partner => partner.Acceptances)
            .Select(acceptance => acceptance.Hash)
            .Distinct()
            .Except(current, StringComparer.Ordinal)
            .ToList();
        return new Ledger
        {
            Organisation = organisation,
            Id = id,
            Program = program.Definition,
            Version = program.Version,
            Now = now,
            Numbers = versions.ToDictionary(version => version.Id, version => version.Number),
            Clauses =
            [
                .. program.Definition.Clauses.Select(clause =>
                {
                    var hash = ClauseText.Hash(clause);
                    var since = versions
                        .AsEnumerable()
                        .Reverse()
                        .TakeWhile(version =>
                            definitions[version.Id]
                                .Clauses.Any(known => ClauseText.Hash(known) == hash)
                        )
                        .Last();
                    return new LedgerClause(clause, hash, since.Number, since.PublishedAt);
                }),
            ],
            Partners =
            [
                .. partners
                    .OrderBy(p => p.Title, StringComparer.CurrentCulture)
                    .ThenBy(p => p.Code),
            ],
            Wordings = await db
                .Wordings.AsNoTracking()
                .Where(wording => earlier.Contains(wording.Hash))
                .ToDictionaryAsync(wording => wording.Hash, ct),
            Campaign = await db
                .Campaigns.Include(campaign => campaign.Clauses)
                .Include(campaign => campaign.Partners)
                .Where(campaign => campaign.Program == id)
                .OrderByDescending(campaign => campaign.At)
                .AsSplitQuery()
                .FirstOrDefaultAsync(ct),
        };
    }

    public static async Task<List<LedgerPartner>> PartnersAsync(
        BanyanDb db,
        IQueryable<Partnership> partnerships,
        CancellationToken ct
    )
    {
        var applications = db.Applications;
        var rows = await (
            from partnership in partnerships
            join application in applications on partnership.Application equals application.Id
            select new
            {
                partnership.Id,
                partnership.Application,
                partnership.Code,
                partnership.Title,
                partnership.State,
                partnership.Begins,
                partnership.Until,
                application.Reference,
            }
        ).ToListAsync(ct);
        var acceptances = await db
            .Applications.AsNoTracking()
            .Where(a => partnerships.Any(p => p.Application == a.Id))
            .SelectMany(a => a.Acceptances)
            .ToListAsync(ct);
        var of = acceptances.ToLookup(acceptance => acceptance.Application);
        return
        [
            .. rows.Select(row => new LedgerPartner(
                row.Id,
                row.Application,
                row.Code,
                row.Title,
                row.Reference,
                row.State,
                row.Begins,
                row.Until,
                [.. of[row.Application].OrderBy(known => known.At).ThenBy(known => known.Id)]
            )),
        ];
    }
}
