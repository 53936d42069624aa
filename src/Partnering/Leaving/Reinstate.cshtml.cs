using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>Staff lets a paused partnership go on.</summary>
[Requires(PartnerPermissions.Suspend)]
internal sealed class ReinstatePage(OpenPartner open, PartnerRooms rooms, LeavingMail mail)
    : WordsPage(open)
{
    protected override string Permission => PartnerPermissions.Suspend;
    public override Refusal? Against => AgainstMove(PartnershipCommand.Reinstate);

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            async () =>
            {
                var outcome = Open.Partner.Reinstate(Grounds, Open.Actor, Open.Now);
                return outcome.Done
                    ? outcome.And(await rooms.CameBackAsync(ct)).Then(mail.Reinstated(Words.Trim()))
                    : outcome;
            },
            Texts.SaidReinstated,
            ct
        );
}
