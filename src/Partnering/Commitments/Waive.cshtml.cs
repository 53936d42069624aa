using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Partnerships;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Commitments;

/// <summary>The side to which it was promised lets it go.</summary>
[SignedIn]
internal sealed class WaivePage(OpenPartner open, OpenBoard board, CommitmentMail mail)
    : CommitmentVerb(open, board)
{
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    protected override bool IsOfPromiser => false;

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => WaiveAsync(ct), Texts.SaidWaive, ct);

    private async Task<Outcome> WaiveAsync(CancellationToken ct)
    {
        var outcome = Commitment.Waive(Typed.Clean(Reason), Title, Open.Actor, Open.Now);
        if (!outcome.Done)
            return outcome;
        Board.AddNext(Commitment);
        return outcome.Then(await mail.WaivedAsync(Commitment, ct)).Then(Board.Reminder());
    }
}
