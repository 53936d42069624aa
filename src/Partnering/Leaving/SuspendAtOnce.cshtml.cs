using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>Somebody of staff proposes to pause an active partnership at once; a second person confirms it.</summary>
[Requires(PartnerPermissions.Suspend)]
internal sealed class SuspendAtOncePage(OpenPartner open, LeadOn lead) : ProposePage(open, lead)
{
    protected override string Permission => PartnerPermissions.Suspend;
    protected override ProposalKind Kind => ProposalKind.SuspendAtOnce;
    protected override PartnershipState To => PartnershipState.Suspended;
    protected override PartnershipCommand Command => PartnershipCommand.SuspendAtOnce;

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => Task.FromResult(Propose(null)), Texts.SaidProposed, ct);
}
