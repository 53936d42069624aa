using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>The partner asks others to look at its revocation, once.</summary>
[SignedIn]
internal sealed class AppealPage(OpenPartner open, LeavingMail mail) : WordsPage(open)
{
    protected override PartnerSide? OnlySide => PartnerSide.Partner;
    public override Refusal? Against => Open.Partner.AgainstAppealing(Open.Now);

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            async () =>
            {
                var outcome = Open.Partner.AppealAgainst(Words, Open.Actor, Open.Now);
                return outcome.Done
                    ? outcome.Then(await mail.AppealedAsync(Words.Trim(), ct))
                    : outcome;
            },
            Texts.SaidAppealed,
            ct
        );
}
