using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Moving;

/// <summary>Cases keep the version they were sent under. Staff moves those that nobody votes on yet, one by one and with a reason.</summary>
[Requires(ProgramPermissions.Move)]
internal sealed class MoveCasesPage(OpenProgram open, BanyanDb db, Viewer viewer) : PageModel
{
    /// <summary>So many at a time; the rest follows when these are done.</summary>
    private const int Most = 100;

    public OpenProgram Open => open;
    public IReadOnlyList<MovableCase> Cases { get; private set; } = [];

    public IReadOnlyList<Choice> Choices =>
        [
            .. Cases
                .Where(each => each.Missing.Count == 0)
                .Select(each => new Choice(
                    each.Application.Reference,
                    each.Application.Title,
                    $"{each.Application.Reference}, {Texts.UnderVersion.With(each.From)}"
                )),
        ];

    /// <summary>Whoever reads no cases is told so, and not that none is left to move.</summary>
    public bool ReadsCases => viewer.May(CasePermissions.Read, open.Organisation.Id);
    public IReadOnlyList<MovableCase> Staying => [.. Cases.Where(each => each.Missing.Count > 0)];

    [BindProperty(Name = "case")]
    public List<string> Chosen { get; set; } = [];

    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await LoadAsync(program, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        return await this.CommitAsync(
            () => LoadAsync(program, ct),
            () => Task.FromResult(Move()),
            EditLinks.MoveCases(open.Slug),
            Texts.SaidMoved,
            ct
        );
    }

    /// <summary>All that were chosen, or none.</summary>
    private Outcome Move()
    {
        var chosen = Cases.Where(each => Chosen.Contains(each.Application.Reference)).ToList();
        if (chosen.Count == 0)
            return new Refusal("move-none", Texts.RefusalNone, "case");
        var outcome = Outcome.Of(open.Actor, open.Now);
        foreach (var each in chosen)
        {
            if (each.Missing.Count > 0)
                return new Refusal(
                    "move-missing",
                    Texts.RefusalMissing.With(each.Application.Reference),
                    "case"
                );
            outcome = outcome.And(
                each.Application.MoveTo(
                    open.Current.Id,
                    open.Published.Clocks,
                    each.From,
                    open.Current.Number,
                    Reason,
                    open.Actor,
                    open.Now
                )
            );
        }
        return outcome;
    }

    private async Task<bool> LoadAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Move, ct))
            return false;
        var (id, current) = (open.Program.Id, open.Current.Id);
        var found = await db
            .Applications.OnDeskOf(viewer)
            .Where(a =>
                a.Program == id
                && a.ProgramVersion != current
                && (a.State == ApplicationState.Submitted || a.State == ApplicationState.PreReview)
            )
            .OrderBy(a => a.SubmittedAt)
            .ThenBy(a => a.Id)
            .Take(Most)
            .Include(a => a.Answers)
            .Include(a => a.Acceptances)
            .AsSplitQuery()
            .ToListAsync(ct);
        var numbers = await db
            .ProgramVersions.Where(version => version.Program == id)
            .Select(version => new { version.Id, version.Number })
            .ToDictionaryAsync(version => version.Id, version => version.Number, ct);
        Cases =
        [
            .. found.Select(application =>
                MovableCase.Of(
                    application,
                    numbers[application.ProgramVersion],
                    open.Published,
                    open.Today
                )
            ),
        ];
        return true;
    }
}
