using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Queues;

/// <summary>The open cases that one person leads, loaded to be given to another; who reads a case neither before nor after does not matter here, the viewer's own reach does.</summary>
internal sealed class LedCases(BanyanDb db, Viewer viewer, IClock clock)
{
    /// <summary>Handed over in one step at most.</summary>
    public const int Most = 500;

    private IReadOnlyList<SeatFacts> staff = [];

    /// <summary>Everybody who leads an open case, those who left too.</summary>
    public IReadOnlyList<Choice> Leads { get; private set; } = [];
    public IReadOnlyList<Choice> People =>
        [.. staff.Select(seat => new Choice(Key(seat.Person), ReviewTeam.NameOf(seat)))];
    public SeatFacts? To { get; private set; }
    public string? FromName { get; private set; }
    public IReadOnlyList<Application> Going { get; private set; } = [];

    /// <summary>Those that the chosen one may not read: they stepped aside, or write on the application themselves.</summary>
    public IReadOnlyList<Application> Staying { get; private set; } = [];
    public bool More { get; private set; }
    public Instant Now { get; private set; }

    public async Task<bool> LoadAsync(string from, string to, CancellationToken ct)
    {
        Now = clock.GetCurrentInstant();
        var organisations = viewer.OrganisationsWhere(CasePermissions.Lead);
        var open = db
            .Applications.OnDeskOf(viewer, CasePermissions.Lead)
            .Where(a => a.DueAt != null);
        var people = db.PersonFacts;
        var leads = await people
            .Where(person => open.Any(a => a.Lead == person.Id))
            .ToListAsync(ct);
        Leads =
        [
            .. leads
                .Select(person => new Choice(
                    Key(person.Id),
                    person.Name.Length > 0 ? person.Name : person.Email
                ))
                .OrderBy(choice => choice.Text, StringComparer.CurrentCulture),
        ];
        FromName = Leads.FirstOrDefault(choice => choice.Value == from)?.Text;
        var seats = await db
            .SeatFacts.Where(seat =>
                organisations.Contains(seat.Organisation) && seat.Kind == TeamKind.Staff
            )
            .ToListAsync(ct);
        staff =
        [
            .. seats
                .DistinctBy(seat => seat.Person)
                .OrderBy(seat => ReviewTeam.NameOf(seat), StringComparer.CurrentCulture),
        ];
        To = from == to ? null : staff.FirstOrDefault(seat => Key(seat.Person) == to);
        if (To is { Person: var next } && FromName is not null)
            await CasesAsync(
                open,
                leads.First(person => Key(person.Id) == from).Id,
                next,
                seats,
                ct
            );
        return true;
    }

    private async Task CasesAsync(
        IQueryable<Application> open,
        PersonId from,
        PersonId to,
        IReadOnlyList<SeatFacts> seats,
        CancellationToken ct
    )
    {
        var found = await open.Where(a => a.Lead == from)
            .OrderBy(a => a.DueAt)
            .ThenBy(a => a.Reference)
            .Take(Most + 1)
            .Select(a => new
            {
                Application = a,
                Barred = a.Declarations.Any(d => d.Person == to && !d.Reads)
                    || a.Applicants.Any(applicant => applicant.Person == to),
            })
            .ToListAsync(ct);
        var homes = seats
            .Where(seat => seat.Person == to)
            .Select(seat => seat.Organisation)
            .ToHashSet();
        var known = found
            .Take(Most)
            .ToLookup(each => !each.Barred && homes.Contains(each.Application.Organisation));
        (Going, Staying, More) = (
            [.. known[true].Select(each => each.Application)],
            [.. known[false].Select(each => each.Application)],
            found.Count > Most
        );
    }

    private static string Key(PersonId person) => person.Value.ToString("n");
}
