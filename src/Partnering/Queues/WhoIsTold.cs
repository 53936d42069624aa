using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Absences.Data;
using Banyan.Partnering.Absences.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Queues.Data;
using Banyan.Partnering.Queues.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Queues;

/// <summary>Who of the staff gets a mail about a case today. Who is away is passed over, and who stepped aside from the case is sent nothing of it any more.</summary>
internal sealed class WhoIsTold(BanyanDb db)
{
    /// <summary>The lead, or who stands in for them; else who keeps the queue; else all of the staff.</summary>
    public async Task<IReadOnlyList<SeatFacts>> OfMessageAsync(
        Application application,
        Instant now,
        CancellationToken ct
    )
    {
        var desk = await DeskAsync(application, now, ct);
        return
            (desk.Here(application.Lead) ?? desk.StandIn(application.Lead) ?? desk.Keeper)
                is { } one
            ? [one]
            : desk.Staff;
    }

    /// <summary>Who keeps the queue today; null where nobody was named. Where all who were named are gone or away, nobody is told alone, and Today tells all.</summary>
    public async Task<SeatFacts?> OfNewCaseAsync(
        Application application,
        Instant now,
        CancellationToken ct
    ) => (await DeskAsync(application, now, ct)).Keeper;

    private async Task<Desk> DeskAsync(Application application, Instant now, CancellationToken ct)
    {
        var (organisation, program) = (application.Organisation, application.Program);
        var aside = db.DeclarationsOf(application.Id).Where(declaration => !declaration.Reads);
        var absences = db.Absences;
        var zones = db.OrganisationFacts;
        var staff = await db
            .SeatFacts.Where(seat =>
                seat.Organisation == organisation && seat.Kind == TeamKind.Staff
            )
            .Where(seat => !aside.Any(declaration => declaration.Person == seat.Person))
            .Select(seat => new
            {
                Seat = seat,
                Absence = absences.FirstOrDefault(absence => absence.Person == seat.Person),
                Zone = zones
                    .Where(facts => facts.Id == seat.Organisation)
                    .Select(facts => facts.HomeZone)
                    .First(),
            })
            .ToListAsync(ct);
        var keepers = await db
            .Keepers.AsNoTracking()
            .SingleOrDefaultAsync(k => k.Program == program, ct);
        return new Desk(
            [.. staff.Select(person => person.Seat).DistinctBy(seat => seat.Person)],
            staff
                .Where(person =>
                    person.Absence?.Covers(now.InZone(Zones.Of(person.Zone)).Date) == true
                )
                .Select(person => person.Absence!)
                .DistinctBy(absence => absence.Person)
                .ToDictionary(absence => absence.Person),
            keepers
        );
    }

    private sealed record Desk(
        IReadOnlyList<SeatFacts> Staff,
        IReadOnlyDictionary<PersonId, Absence> Away,
        QueueKeepers? Keepers
    )
    {
        public SeatFacts? Keeper =>
            Here(Keepers?.Owner) ?? Here(Keepers?.Deputy) ?? StandIn(Keepers?.Owner);

        public SeatFacts? Here(PersonId? person) =>
            person is { } known && !Away.ContainsKey(known)
                ? Staff.FirstOrDefault(seat => seat.Person == known)
                : null;

        public SeatFacts? StandIn(PersonId? person) =>
            person is { } known && Away.TryGetValue(known, out var absence)
                ? Here(absence.StandIn)
                : null;
    }
}
