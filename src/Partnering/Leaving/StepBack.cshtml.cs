using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>Either side ends the partnership, in neutral words and without having to say why.</summary>
[SignedIn]
internal sealed class StepBackPage(OpenPartner open, LeadOn lead, LeavingMail mail)
    : WordsPage(open)
{
    public PartnerSide Side => Open.Side!.Value;
    public override Refusal? Against => AgainstMove(PartnershipCommand.StepBack);

    // Of the organisation whoever may revoke may end it kindly, too.
    protected override bool IsTheirs =>
        Side == PartnerSide.Partner
        || Open.Viewer.May(PartnerPermissions.Revoke, Open.Partner.Organisation);

    protected override async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!await base.LoadAsync(code, ct))
            return false;
        if (HttpContext.Request.Method == "GET")
            Effects = Said(await lead.PreviewAsync(PartnershipState.Ended, ct));
        return true;
    }

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            async () =>
            {
                var outcome = Open.Partner.StepBack(Side, Grounds, Open.Actor, Open.Now);
                if (!outcome.Done)
                    return outcome;
                outcome = await lead.AfterAsync(outcome, ct);
                var why = Words.Trim();
                return outcome.Then(
                    Side == PartnerSide.Partner
                        ? await mail.SteppedBackAsync(why, ct)
                        : mail.SteppedBack(why)
                );
            },
            Texts.SaidSteppedBack,
            ct
        );
}
