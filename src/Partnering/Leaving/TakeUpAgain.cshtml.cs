using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>The side that stepped back thinks better of it, within two weeks.</summary>
[SignedIn]
internal sealed class TakeUpAgainPage(OpenPartner open, PartnerRooms rooms, LeavingMail mail)
    : WordsPage(open)
{
    public PartnerSide Side => Open.Side!.Value;
    public override Refusal? Against => Open.Partner.AgainstTakingUp(Side, Open.Now);

    protected override bool IsTheirs =>
        Side == PartnerSide.Partner
        || Open.Viewer.May(PartnerPermissions.Revoke, Open.Partner.Organisation);

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            async () =>
            {
                var outcome = Open.Partner.TakeUpAgain(
                    Side,
                    Grounds,
                    Open.Home.Zone,
                    Open.Actor,
                    Open.Now
                );
                if (!outcome.Done)
                    return outcome;
                var why = Words.Trim();
                return outcome
                    .And(await rooms.CameBackAsync(ct))
                    .Then(
                        Side == PartnerSide.Partner
                            ? await mail.TakenUpAsync(why, ct)
                            : mail.TakenUp(why)
                    );
            },
            Texts.SaidTakenUp,
            ct
        );
}
