using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>What was proposed, what the partner says to it, and the yes of a second person.</summary>
[Requires(PartnerPermissions.Confirm)]
internal sealed class ConfirmPage(OpenPartner open, LeadOn lead, LeavingMail mail) : WordsPage(open)
{
    protected override string Permission => PartnerPermissions.Confirm;
    public PartnershipProposal? Proposal => Open.Partner.Proposed;

    /// <summary>As it was proposed; the page shows it after a refusal too.</summary>
    public Refusal? Hindered => Open.Partner.AgainstConfirming(Open.Actor, Open.Today);

    protected override async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!await base.LoadAsync(code, ct))
            return false;
        if (Proposal is { } proposal && HttpContext.Request.Method == "GET")
            Effects = Said(
                await lead.PreviewAsync(
                    proposal.Kind == ProposalKind.Revoke
                        ? PartnershipState.Revoked
                        : PartnershipState.Suspended,
                    ct
                )
            );
        return true;
    }

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            async () =>
            {
                var proposal = Proposal;
                var outcome = Open.Partner.ConfirmProposal(Open.Actor, Open.Today, Open.Now);
                if (!outcome.Done)
                    return outcome;
                outcome = await lead.AfterAsync(outcome, ct);
                return outcome.Then(
                    proposal!.Kind == ProposalKind.Revoke
                        ? mail.Revoked(proposal.Grounds)
                        : mail.Suspended(proposal.Grounds)
                );
            },
            Texts.SaidConfirmed,
            ct
        );
}
