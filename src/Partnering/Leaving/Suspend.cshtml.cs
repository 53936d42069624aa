using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>Staff pauses a partnership that both sides look at, as a precaution.</summary>
[Requires(PartnerPermissions.Suspend)]
internal sealed class SuspendPage(OpenPartner open, LeadOn lead, LeavingMail mail) : WordsPage(open)
{
    protected override string Permission => PartnerPermissions.Suspend;
    public override Refusal? Against => AgainstMove(PartnershipCommand.Suspend);

    protected override async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!await base.LoadAsync(code, ct))
            return false;
        if (HttpContext.Request.Method == "GET")
            Effects = Said(await lead.PreviewAsync(PartnershipState.Suspended, ct));
        return true;
    }

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            async () =>
            {
                var outcome = Open.Partner.Suspend(Grounds, Open.Actor, Open.Now);
                return outcome.Done
                    ? (await lead.AfterAsync(outcome, ct)).Then(mail.Suspended(Grounds))
                    : outcome;
            },
            Texts.SaidSuspended,
            ct
        );
}
