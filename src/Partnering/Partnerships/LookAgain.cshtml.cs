using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Partnerships;

/// <summary>Staff writes down what came of looking at a partnership in the middle of its term, and it goes on.</summary>
[Requires(CasePermissions.Onboard)]
internal sealed class LookAgainPage(OpenCase open, BanyanDb db, PartnerMail mail) : CaseVerb(open)
{
    public Partnership Partner => Open.Partner!;

    [BindProperty(Name = "words")]
    public string Words { get; set; } = "";

    protected override bool IsTheirs => Open.Partner is not null;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await Open.LoadAsync(reference, CasePermissions.Onboard, ct) && IsTheirs
            ? Page()
            : NotFound();

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Onboard, () => GoOnAsync(ct), Texts.SaidGoesOn, ct);

    private async Task<Outcome> GoOnAsync(CancellationToken ct)
    {
        if (!IsTheirs)
            return PartnershipRefusals.NothingToLookAt;
        if (Words.Length > ThreadEntry.Most)
            return ApplicationRefusals.WordsTooLong(Words.Length) with { Field = "words" };
        var outcome = Partner.GoOn(Words, Open.Actor, Open.Now);
        if (!outcome.Done)
            return outcome;
        await db.Entry(Open.Case).Collection(a => a.Applicants).LoadAsync(ct);
        return outcome.Then(mail.GoesOn(Open.Case, Partner, Words.Trim(), Open.Now));
    }
}
