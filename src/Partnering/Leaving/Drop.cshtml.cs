using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>What was proposed is let go.</summary>
[Requires(PartnerPermissions.Confirm)]
internal sealed class DropPage(OpenPartner open, LeavingMail mail) : WordsPage(open)
{
    protected override string Permission => PartnerPermissions.Confirm;

    public override Refusal? Against =>
        Open.Partner.Proposed is null ? PartnershipRefusals.NothingToConfirm : null;

    /// <summary>The partner was told of it, and is told that it is dropped.</summary>
    public bool IsKnown => Open.Partner.Proposed is { IsKnown: true };

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            () =>
            {
                var known = IsKnown;
                var outcome = Open.Partner.DropProposal(Open.Actor, Open.Now);
                return Task.FromResult(
                    outcome.Done && known ? outcome.Then(mail.Dropped()) : outcome
                );
            },
            Texts.SaidDropped,
            ct
        );
}
