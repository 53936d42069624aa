using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Absences.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Who has or had a seat at the desks of the viewer, and for whom the viewer stands in: read once for a page.</summary>
internal sealed class DeskStaff
{
    private readonly ILookup<(OrganisationId, PersonId), Seat> seats;

    private DeskStaff(IEnumerable<Seat> seats) =>
        this.seats = seats.ToLookup(seat => (seat.Facts.Organisation, seat.Facts.Person));

    public static async Task<DeskStaff> OfAsync(BanyanDb db, Viewer viewer, CancellationToken ct)
    {
        var organisations = QueueQuery.OrganisationsOf(viewer);
        var me = viewer.Person;
        var absences = db.Absences.Where(absence => absence.StandIn == me);
        return new DeskStaff(
            await (
                from seat in db.StaffFacts
                where organisations.Contains(seat.Organisation)
                join a in absences on seat.Person equals a.Person into away
                from absence in away.DefaultIfEmpty()
                select new Seat(
                    seat,
                    absence == null ? null : absence.From,
                    absence == null ? null : absence.Until
                )
            ).ToListAsync(ct)
        );
    }

    /// <summary>Everybody who has a seat now, once.</summary>
    public IEnumerable<StaffFacts> Here =>
        seats
            .SelectMany(each => each)
            .Select(seat => seat.Facts)
            .Where(seat => seat.Held)
            .DistinctBy(seat => seat.Person);

    /// <summary>Who had a seat in an organisation and has none there any more.</summary>
    public IEnumerable<(OrganisationId Organisation, IReadOnlyList<PersonId?> People)> Gone =>
        seats
            .Where(each => !each.Any(seat => seat.Facts.Held))
            .GroupBy(each => each.Key.Item1, each => (PersonId?)each.Key.Item2)
            .Select(each => (each.Key, (IReadOnlyList<PersonId?>)[.. each]));

    /// <summary>How whoever leads this case stands to it now.</summary>
    public CaseLead LeadOf(CaseRow row)
    {
        if (row.Lead is not { } person)
            return CaseLead.Nobody;
        var held = seats[(row.Organisation, person)].ToList();
        return new CaseLead(
            held.Select(seat => seat.Facts.Name).FirstOrDefault() ?? "",
            row.DueAt is not null
                && (row.LeadSteppedAside || !held.Exists(seat => seat.Facts.Held)),
            held.Select(seat => seat.AwayFrom).FirstOrDefault(),
            held.Select(seat => seat.AwayUntil).FirstOrDefault()
        );
    }

    private sealed record Seat(StaffFacts Facts, LocalDate? AwayFrom, LocalDate? AwayUntil);
}

/// <summary>Who leads a case, to the viewer.</summary>
/// <param name="Name">Empty while nobody does.</param>
/// <param name="HasLeft">The case is open, and they read it no more.</param>
/// <param name="From">The first day on which the viewer stands in for them; null where they do not.</param>
/// <param name="Until">The last of these days.</param>
internal sealed record CaseLead(string Name, bool HasLeft, LocalDate? From, LocalDate? Until)
{
    public static CaseLead Nobody { get; } = new("", false, null, null);

    public bool StandsInOn(LocalDate day) => From <= day && day <= Until;
}
