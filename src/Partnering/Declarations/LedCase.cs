using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Declarations;

/// <summary>A case about whose conflicts of interest the viewer may have to decide. It is found whether they read the case or not, and its pages show nothing of it but its reference and the people.</summary>
internal sealed class LedCase(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    private List<Declaration> declarations = [];
    private List<SeatFacts> seats = [];

    public Application Case { get; private set; } = null!;

    /// <summary>The open round, whole; null where none is open.</summary>
    public BallotRound? Round { get; private set; }
    public CaseTurn Turn { get; private set; } = null!;

    public async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        var me = viewer.Person;
        var led = viewer.OrganisationsWhere(CasePermissions.Chair);
        var found = await db
            .Applications.WithReference(reference)
            .SingleOrDefaultAsync(
                a =>
                    a.SubmittedAt != null
                    && led.Contains(a.Organisation)
                    && !a.Applicants.Any(applicant => applicant.Person == me),
                ct
            );
        if (found is null)
            return false;
        Case = found;
        var id = found.Id;
        declarations = await db.DeclarationsOf(id).ToListAsync(ct);
        seats = await db
            .SeatFacts.Where(seat => seat.Organisation == found.Organisation)
            .OrderBy(seat => seat.Person)
            .ToListAsync(ct);
        Round = await db.OpenRoundOfAsync(id, ct);
        Turn = new(
            found,
            await shelf.DefinitionAsync(found.ProgramVersion, ct),
            viewer.Actor,
            clock.GetCurrentInstant()
        );
        return true;
    }

    /// <summary>The conflicts of interest that the viewer may lift.</summary>
    public IReadOnlyList<Declaration> Liftable() =>
        [
            .. declarations
                .Where(declaration => declaration.Recused && Decides(declaration.Person))
                .OrderBy(declaration => declaration.Name, StringComparer.CurrentCulture),
        ];

    /// <summary>The viewer's own place reaches the case, and they have not stepped aside.</summary>
    public bool Reaches() =>
        viewer.Seats.Any(seat =>
            seat.Organisation == Case.Organisation
            && (seat.Team == Case.ReviewTeam || seat.Team == Case.ConsultedTeam)
        ) && DeclarationOf(viewer.Person!.Value) is not { Recused: true };

    public bool Decides(PersonId about, PersonId? by = null) =>
        WhoDecides
            .Of(seats, Case, Conflicted(declarations), about, by)
            .Any(seat => seat.Person == viewer.Person);

    public SeatFacts? SeatOf(PersonId person) => seats.Find(seat => seat.Person == person);

    public Declaration? DeclarationOf(PersonId person) =>
        declarations.Find(declaration => declaration.Person == person);

    public static HashSet<PersonId> Conflicted(IEnumerable<Declaration> declarations) =>
        [
            .. declarations
                .Where(declaration => declaration.Recused)
                .Select(declaration => declaration.Person),
        ];
}
