using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Partnerships;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Commitments;

/// <summary>The side to which it was promised doubts that it was kept: it is open again.</summary>
[SignedIn]
internal sealed class DoubtPage(OpenPartner open, OpenBoard board, CommitmentMail mail)
    : CommitmentVerb(open, board)
{
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    protected override bool IsOfPromiser => false;

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => DoubtAsync(ct), Texts.SaidDoubt, ct);

    private async Task<Outcome> DoubtAsync(CancellationToken ct)
    {
        var outcome = Commitment.Doubt(
            Open.Partner,
            Typed.Clean(Reason),
            Title,
            Open.Actor,
            Open.Now,
            Open.Today
        );
        if (!outcome.Done)
            return outcome;
        return outcome.Then(await mail.DoubtedAsync(Commitment, ct)).Then(Board.Reminder());
    }
}
