using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Data;

/// <summary>What the public may know of one partnership, as it is on this day.</summary>
internal sealed record PartnerFacts
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Organisation { get; init; }
    public required ProgramDefinition Program { get; init; }
    public required string Kind { get; init; }
    public required string? Website { get; init; }
    public required string? Place { get; init; }
    public required LocalDate Begins { get; init; }
    public required LocalDate? Until { get; init; }
    public required Standing Standing { get; init; }

    /// <summary>When both sides look again at what has no last day; null where nobody agreed to.</summary>
    public LocalDate? ReviewBy { get; init; }
    public required Promises Promises { get; init; }

    /// <summary>Of the organisation, by whose days the term runs.</summary>
    public required DateTimeZone Zone { get; init; }
    public required int StatusIndex { get; init; }
}

/// <summary>Reads partnerships for everybody: one statement each, two the first time a program version is met.</summary>
internal sealed class PartnerRecords(BanyanDb db, ProgramShelf shelf, IClock clock)
{
    public const int PageSize = 50;

    // Where a list is put in order the engines disagree on which end nothing stands.
    private static readonly LocalDate s_noEnd = new(9999, 12, 31);

    /// <param name="typed">The code as somebody wrote it.</param>
    public async Task<PartnerFacts?> FindAsync(string? typed, CancellationToken ct)
    {
        if (PartnerCode.Read(typed) is not { } code)
            return null;
        var row = await (
            from partnership in db.Partnerships.AsNoTracking()
            where partnership.Code == code
            join organisation in db.OrganisationFacts
                on partnership.Organisation equals organisation.Id
            select new
            {
                Partnership = partnership,
                organisation.Name,
                organisation.HomeZone,
            }
        ).SingleOrDefaultAsync(ct);
        if (row is null)
            return null;
        var partner = row.Partnership;
        var program = await shelf.DefinitionAsync(partner.ProgramVersion, ct);
        var today = TodayIn(row.HomeZone);
        return new PartnerFacts
        {
            Code = partner.Code,
            Title = partner.Title,
            Organisation = row.Name,
            Program = program,
            Kind = partner.Kind,
            Website = partner.Website,
            Place = partner.Place,
            Begins = partner.Begins,
            Until = partner.Until,
            Standing = partner.StandingOn(today),
            ReviewBy = partner.Until is null
                ? program.Review?.NextAfter(partner.Begins, today)
                : null,
            Promises = partner.Promises,
            Zone = Zones.Of(row.HomeZone),
            StatusIndex = partner.StatusIndex,
        };
    }

    /// <summary>Current partners, those without an end first, then those whose term ends last; alumni when asked for. At most <see cref="PageSize"/> behind <paramref name="after"/>.</summary>
    /// <param name="organisation">The slug of the one whose partners are meant; null: of all.</param>
    public async Task<PartnerList> ListAsync(
        bool alumni,
        string? after,
        string? organisation,
        CancellationToken ct
    )
    {
        // Whose day it is differs by zone: a day's margin here, the exact standing below.
        var today = clock.GetCurrentInstant().InUtc().Date;
        var partnerships = db.Partnerships.AsNoTracking();
        partnerships = alumni
            ? partnerships.Where(p =>
                p.State != PartnershipState.Revoked
                && (
                    p.Until <= today.PlusDays(1)
                    || p.State == PartnershipState.Ended
                    || p.State == PartnershipState.Expired
                )
            )
            : partnerships.Where(p =>
                (p.Until == null || p.Until >= today.PlusDays(-1))
                && (p.State == PartnershipState.Active || p.State == PartnershipState.UnderReview)
            );
        if (organisation is not null)
        {
            var facts = db.OrganisationFacts;
            partnerships = partnerships.Where(p =>
                facts.Any(o => o.Slug == organisation && o.Id == p.Organisation)
            );
        }
        if (PartnerCode.Read(after) is { } code)
        {
            var last = await db
                .Partnerships.Where(p => p.Code == code)
                .Select(p => new { Until = p.Until ?? s_noEnd })
                .SingleOrDefaultAsync(ct);
            if (last is not null)
                partnerships = partnerships.Where(p =>
                    (p.Until ?? s_noEnd) < last.Until
                    || (p.Until ?? s_noEnd) == last.Until && p.Code.CompareTo(code) < 0
                );
        }
        var rows = await (
            from partnership in partnerships
            join owner in db.OrganisationFacts on partnership.Organisation equals owner.Id
            orderby partnership.Until ?? s_noEnd descending, partnership.Code descending
            select new
            {
                partnership.Code,
                partnership.Title,
                partnership.Place,
                partnership.State,
                partnership.Begins,
                partnership.Until,
                owner.Name,
                owner.HomeZone,
            }
        )
            .Take(PageSize + 1)
            .ToListAsync(ct);
        var shown = rows.Take(PageSize)
            .Select(row => new PartnerRow(
                row.Code,
                row.Title,
                row.Place,
                row.Name,
                row.Begins,
                row.Until,
                Standings.Of(row.State, row.Begins, row.Until, TodayIn(row.HomeZone))
            ))
            .Where(row => alumni ? row.Standing == Standing.Alumni : row.Standing.IsCurrent())
            .ToList();
        return new PartnerList(shown, rows.Count > PageSize ? rows[PageSize - 1].Code : null);
    }

    private LocalDate TodayIn(string zone) => clock.GetCurrentInstant().InZone(Zones.Of(zone)).Date;
}

internal sealed record PartnerRow(
    string Code,
    string Title,
    string? Place,
    string Organisation,
    LocalDate Begins,
    LocalDate? Until,
    Standing Standing
);

/// <param name="Next">The code after which the next page begins; null on the last.</param>
internal sealed record PartnerList(IReadOnlyList<PartnerRow> Rows, string? Next);
