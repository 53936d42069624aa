using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Declarations;

/// <summary>Before reading a case a member says whether something stands between; until then they see its name, place, organisers and site.</summary>
[Requires(CasePermissions.Declare)]
internal sealed class DeclarePage(
    BanyanDb db,
    Viewer viewer,
    ReachedCase reached,
    ConflictHints hints,
    DeclareConflict declare,
    QueueTurn queue
) : PageModel
{
    public IReadOnlyList<Choice> Choices =>
        [
            new(nameof(Domain.Conflict.None), Texts.ConflictNone, Texts.ConflictNoneHint),
            new(
                nameof(Domain.Conflict.Soft),
                Texts.ConflictSoft,
                reached.Program.Conflicts.SoftReads
                    ? Texts.ConflictSoftReadsHint
                    : Texts.ConflictSoftHint
            ),
            new(nameof(Domain.Conflict.Hard), Texts.ConflictHard, Texts.ConflictHardHint),
        ];

    public CaseNotice Notice { get; private set; } = null!;
    public IReadOnlyList<string> Hints { get; private set; } = [];

    /// <summary>What one said before, in words; null the first time.</summary>
    public string? Said { get; private set; }

    [BindProperty(Name = "conflict")]
    public string Conflict { get; set; } = "";

    [BindProperty(Name = QueueTurn.Field, SupportsGet = true)]
    public string Queue { get; set; } = "";

    /// <summary>Where one is in the queue; null where the page was reached by another way.</summary>
    public QueueView? InQueue { get; private set; }

    [BindProperty(Name = "note")]
    public string Note { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await ShowAsync(reference, ct))
            return NotFound();
        return reached.Mine is { Reads: false }
            ? new SeeOther(DeclarationLinks.Who(reference))
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await ShowAsync(reference, ct))
            return NotFound();
        // Taken away already, and nothing said here gives it back: not even its name is shown again.
        if (reached.Mine is { Reads: false })
            return new SeeOther(DeclarationLinks.Who(reference));
        if (!Enum.TryParse<Conflict>(Conflict, out var conflict) || !Enum.IsDefined(conflict))
            return this.Refuse(DeclarationRefusals.ChooseOne);
        return await this.CommitAsync(
            () => reached.LoadAsync(reference, ct),
            () =>
                declare.OfAsync(
                    reached.Turn,
                    reached.Round,
                    (reached.Person, viewer.Actor.Name),
                    conflict,
                    Note,
                    ct
                ),
            QueueTurn.AfterDeclaring(
                Queue,
                conflict != Domain.Conflict.None,
                reached.Case.Reference
            )
                ?? (
                    conflict == Domain.Conflict.Hard
                        ? CaseLinks.All
                        : CaseLinks.Show(reached.Case.Reference)
                ),
            conflict switch
            {
                Domain.Conflict.None => Texts.SaidNone,
                Domain.Conflict.Soft => Texts.SaidSoft,
                Domain.Conflict.Hard => Texts.SaidHard,
            },
            ct
        );
    }

    private async Task<bool> ShowAsync(string reference, CancellationToken ct)
    {
        if (!await reached.LoadAsync(reference, ct))
            return false;
        Notice = await CaseNotice.OfAsync(db, reached.Case, reached.Program, reached.Here.Date, ct);
        Hints = await hints.OfAsync(reached.Case, Notice.Place, reached.Person, ct);
        InQueue = await queue.ShowAsync(Queue, reference, ct);
        Said = reached.Mine is { } mine ? ConflictWords.Of(mine) : null;
        return true;
    }
}
