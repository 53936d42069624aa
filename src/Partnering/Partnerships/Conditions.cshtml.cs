using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Partnerships;

/// <summary>What the letter of approval asks for first, and what became of each; the partner says what was done.</summary>
[Holder]
internal sealed class ConditionsPage(OpenApplication open, BanyanDb db, DeskMail desk) : PageModel
{
    public OpenApplication Open => open;
    public Partnership Partner { get; private set; } = null!;

    [BindProperty(Name = "condition")]
    public Guid Condition { get; set; }

    public string Words { get; private set; } = "";

    /// <summary>Each condition has a field of its own, as a page may hold a name only once.</summary>
    public static string Field(PartnershipCondition condition) => $"words.{condition.Position}";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        var field = Partner.Conditions.Find(known => known.Id == Condition) is { } asked
            ? Field(asked)
            : null;
        Words = field is null ? "" : Typed.Clean(this.Sent(field));
        var outcome = open.Viewer.Person is null
            ? ApplicationRefusals.AddressNotProven
            : Partner.SayDone(Condition, Words, open.Actor, open.Now);
        if (outcome.Refusal is { Field: not null } refusal)
            outcome = refusal with { Field = field };
        if (outcome.Done)
            outcome = outcome.Then(await desk.WrittenAsync(open, Words, [], ct));
        return await this.CommitAsync(
            outcome,
            PartnerLinks.Conditions(reference),
            Texts.SaidDone,
            ct
        );
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        if (
            !await open.LoadAsync(reference, ct)
            || await db.PartnershipOfAsync(open.Application.Id, ct)
                is not { Conditions.Count: > 0 } partner
        )
            return false;
        Partner = partner;
        return true;
    }
}
