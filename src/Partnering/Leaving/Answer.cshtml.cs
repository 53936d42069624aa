using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>The partner says what it has to say before it is decided.</summary>
[SignedIn]
internal sealed class AnswerPage(OpenPartner open, LeavingMail mail) : WordsPage(open)
{
    protected override PartnerSide? OnlySide => PartnerSide.Partner;
    public PartnershipProposal? Proposal => Open.Partner.Proposed;

    public override Refusal? Against =>
        Proposal is { IsKnown: true } ? null : PartnershipRefusals.NothingToAnswer;

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            async () =>
            {
                var outcome = Open.Partner.AnswerProposal(Words, Open.Actor, Open.Now);
                return outcome.Done
                    ? outcome.Then(await mail.AnsweredAsync(Words.Trim(), ct))
                    : outcome;
            },
            Texts.SaidAnswered,
            ct
        );
}
