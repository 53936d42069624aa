using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>Staff asks that both sides look at it.</summary>
[Requires(PartnerPermissions.Review)]
internal sealed class ReviewPage(OpenPartner open, LeavingMail mail) : WordsPage(open)
{
    protected override string Permission => PartnerPermissions.Review;
    public override Refusal? Against => AgainstMove(PartnershipCommand.LookAgain);

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            () =>
            {
                var outcome = Open.Partner.Review(Grounds, Open.Actor, Open.Now);
                return Task.FromResult(
                    outcome.Done ? outcome.Then(mail.Reviewed(Words.Trim())) : outcome
                );
            },
            Texts.SaidReview,
            ct
        );
}
