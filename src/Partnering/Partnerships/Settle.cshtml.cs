using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Partnerships;

/// <summary>Staff marks each condition of an approval as met, or lets it go with a reason. With the last one the partnership is active.</summary>
[Requires(CasePermissions.Onboard)]
internal sealed class SettlePage(OpenCase open, BanyanDb db, PartnerMail mail) : CaseVerb(open)
{
    public Partnership Partner => Open.Partner!;

    [BindProperty(Name = "condition")]
    public Guid Condition { get; set; }

    public string Note { get; private set; } = "";

    /// <summary>Each condition has a field of its own, as a page may hold a name only once.</summary>
    public static string Field(PartnershipCondition condition) => $"note.{condition.Position}";

    /// <summary>"met" or "waived".</summary>
    [BindProperty(Name = "verdict")]
    public string Verdict { get; set; } = "";

    protected override string SeenAt => PartnerLinks.Settle(Open.Case.Reference);

    protected override bool IsTheirs => Open.Partner is { Conditions.Count: > 0 };

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await Open.LoadAsync(reference, CasePermissions.Onboard, ct) && IsTheirs
            ? Page()
            : NotFound();

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Onboard, () => SettleAsync(ct), Texts.SaidSettled, ct);

    private async Task<Outcome> SettleAsync(CancellationToken ct)
    {
        if (!IsTheirs)
            return PartnershipRefusals.NoSuchCondition;
        if (Verdict is not ("met" or "waived"))
            return PartnershipRefusals.NoVerdict;
        var field = Partner.Conditions.Find(known => known.Id == Condition) is { } asked
            ? Field(asked)
            : null;
        Note = field is null ? "" : Typed.Clean(this.Sent(field));
        var outcome = Partner.Settle(Condition, Verdict == "waived", Note, Open.Actor, Open.Now);
        if (outcome.Refusal is { Field: not null } refusal)
            return refusal with { Field = field };
        if (!outcome.Done || Partner.State != PartnershipState.Active)
            return outcome;
        await db.Entry(Open.Case).Collection(a => a.Applicants).LoadAsync(ct);
        return outcome.Then(mail.ConditionsMet(Open.Case, Partner, Open.Now));
    }
}
