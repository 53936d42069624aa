using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Declarations.Domain;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Declarations;

/// <summary>Which conflicts of interest were lifted, and what the viewer has to decide. Nothing of a case but its reference; and nothing of cases on which one writes or from which one stepped aside.</summary>
[Requires(CasePermissions.Conflicts)]
internal sealed class ConflictsPage(BanyanDb db, Viewer viewer) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<WaiverLine> Waivers { get; private set; } = [];
    public IReadOnlyList<ChallengeLine> Open { get; private set; } = [];

    /// <summary>References of the cases in which the viewer may lift one.</summary>
    public IReadOnlyList<string> Liftable { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = viewer.Person;
        var organisations = viewer.OrganisationsWhere(CasePermissions.Conflicts);
        var cases = db.Applications.Where(a =>
            organisations.Contains(a.Organisation)
            && !a.Applicants.Any(applicant => applicant.Person == me)
            && !a.Declarations.Any(declaration => declaration.Person == me && !declaration.Votes)
        );
        Waivers = await (
            from declaration in db.Declarations
            where declaration.WaivedAt != null
            join a in cases on declaration.Application equals a.Id
            orderby declaration.WaivedAt descending
            select new WaiverLine(
                a.Reference,
                declaration.Name,
                declaration.WaiverReason!,
                declaration.WaivedByName!,
                declaration.WaivedAt!.Value
            )
        )
            .Take(Most)
            .ToListAsync(ct);
        if (viewer.May(CasePermissions.Chair))
            await ToDecideAsync(cases, ct);
    }

    private async Task ToDecideAsync(IQueryable<Application> cases, CancellationToken ct)
    {
        var led = viewer.OrganisationsWhere(CasePermissions.Chair);
        var seats = await db
            .SeatFacts.Where(seat => led.Contains(seat.Organisation))
            .OrderBy(seat => seat.Person)
            .ToListAsync(ct);
        var mine = cases.Where(a => led.Contains(a.Organisation)).AsNoTracking();
        var open = await (
            from challenge in db.Challenges.AsNoTracking()
            where challenge.DecidedAt == null
            join a in mine on challenge.Application equals a.Id
            orderby challenge.At
            select new { Challenge = challenge, Case = a }
        )
            .Take(Most)
            .ToListAsync(ct);
        var recused = await (
            from declaration in db.Declarations.AsNoTracking()
            where !declaration.Votes
            join a in mine on declaration.Application equals a.Id
            where a.State == ApplicationState.InReview || a.State == ApplicationState.Consultation
            orderby a.Reference
            select new { Declaration = declaration, Case = a }
        )
            .Take(Most)
            .ToListAsync(ct);
        bool Decides(Application application, PersonId about, PersonId? by) =>
            WhoDecides
                .Of(
                    [.. seats.Where(seat => seat.Organisation == application.Organisation)],
                    application,
                    [
                        .. recused
                            .Where(row => row.Case.Id == application.Id)
                            .Select(row => row.Declaration.Person),
                    ],
                    about,
                    by
                )
                .Any(seat => seat.Person == viewer.Person);
        Open =
        [
            .. open.Where(row => Decides(row.Case, row.Challenge.About, row.Challenge.By))
                .Select(row => new ChallengeLine(
                    row.Case.Reference,
                    row.Challenge.Id,
                    row.Challenge.AboutName,
                    row.Challenge.At
                )),
        ];
        Liftable =
        [
            .. recused
                .Where(row => Decides(row.Case, row.Declaration.Person, null))
                .Select(row => row.Case.Reference)
                .Distinct(),
        ];
    }
}

internal sealed record WaiverLine(
    string Reference,
    string Member,
    string Reason,
    string By,
    Instant At
);

internal sealed record ChallengeLine(
    string Reference,
    ChallengeId Challenge,
    string About,
    Instant At
);
