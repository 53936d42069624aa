using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Absences.Data;
using Banyan.Partnering.Absences.Domain;
using Banyan.Partnering.Ballots;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Absences;

/// <summary>The viewer's own absence, and who of their colleagues could stand in.</summary>
internal sealed class OwnAbsence(BanyanDb db, Viewer viewer, IClock clock)
{
    public Absence? Absence { get; private set; }

    /// <summary>The staff of the organisations where the viewer leads cases, without the viewer.</summary>
    public IReadOnlyList<SeatFacts> Colleagues { get; private set; } = [];
    public Instant Now { get; private set; }
    public LocalDate Today { get; private set; }
    public PersonId Me => viewer.Person!.Value;
    public Actor Actor => viewer.Actor;

    public string StandInName =>
        Colleagues.FirstOrDefault(seat => seat.Person == Absence?.StandIn) is { } seat
            ? ReviewTeam.NameOf(seat)
            : "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Now = clock.GetCurrentInstant();
        var me = viewer.Person;
        var organisations = viewer.OrganisationsWhere(CasePermissions.Lead);
        var zone = await db
            .OrganisationFacts.Where(facts => organisations.Contains(facts.Id))
            .OrderBy(facts => facts.Id)
            .Select(facts => facts.HomeZone)
            .FirstAsync(ct);
        Today = Now.InZone(Zones.Of(zone)).Date;
        Absence = await db.Absences.SingleOrDefaultAsync(absence => absence.Person == me, ct);
        var seats = await db
            .SeatFacts.Where(seat =>
                organisations.Contains(seat.Organisation)
                && seat.Kind == TeamKind.Staff
                && seat.Person != me
            )
            .ToListAsync(ct);
        Colleagues =
        [
            .. seats
                .DistinctBy(seat => seat.Person)
                .OrderBy(seat => ReviewTeam.NameOf(seat), StringComparer.CurrentCulture),
        ];
        return true;
    }
}
