using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Declarations.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Declarations;

/// <summary>Lifts a member's conflict of interest, with a reason that the board reads.</summary>
[Requires(CasePermissions.Chair)]
internal sealed class WaivePage(LedCase led, DeclareConflict declare, ConflictMail mail) : PageModel
{
    [BindProperty(Name = "member")]
    public string Member { get; set; } = "";

    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";
    public string Reference => led.Case.Reference;
    public IReadOnlyList<Choice> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await ShowAsync(reference, ct))
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await ShowAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            () => led.LoadAsync(reference, ct),
            () => WaiveAsync(ct),
            DeclarationLinks.Conflicts,
            Texts.SaidWaived,
            ct
        );
    }

    private async Task<Outcome> WaiveAsync(CancellationToken ct)
    {
        if (led.Liftable().FirstOrDefault(d => ValueOf(d) == Member) is not { } declaration)
            return Members.Count == 0
                ? DeclarationRefusals.NothingToWaive
                : DeclarationRefusals.ChooseMember;
        var waived = declaration.Waive(Reason, led.Turn.Actor, led.Turn.Now);
        if (!waived.Done)
            return waived;
        return waived
            .And(await declare.SeatAsync(led.Turn, led.Round, declaration, ct))
            .Then([.. mail.Waived(led, declaration)]);
    }

    // Whoever lifts nothing here learns nothing of the case, not even that it is there.
    private async Task<bool> ShowAsync(string reference, CancellationToken ct)
    {
        if (!await led.LoadAsync(reference, ct))
            return false;
        Members =
        [
            .. led.Liftable().Select(d => new Choice(ValueOf(d), d.Name, ConflictWords.Of(d))),
        ];
        return Members.Count > 0 || led.Reaches();
    }

    private static string ValueOf(Declaration declaration) =>
        declaration.Person.Value.ToString("n");
}
