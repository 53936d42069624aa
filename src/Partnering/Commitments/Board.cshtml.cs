using Banyan.Kernel.Access;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Partnering.Commitments;

/// <summary>What both sides promised, what each did, and what the other says to it.</summary>
[SignedIn]
internal sealed class BoardPage(OpenPartner open, OpenBoard board) : PageModel
{
    public PartnerHead Head { get; private set; } = null!;
    public OpenBoard Board => board;
    public LocalDate Today => open.Today;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await open.LoadAsync(code, ct))
            return NotFound();
        await board.LoadAsync(ct);
        Head = PartnerHead.Of(open);
        return Page();
    }

    /// <summary>The viewer's own side first.</summary>
    public IEnumerable<(PartnerSide Side, IReadOnlyList<PartnerCommitment> Rows)> Sides =>
        new[] { PartnerSide.Partner, PartnerSide.Organisation }
            .OrderBy(side => side != open.Side)
            .Select(side =>
                (
                    side,
                    (IReadOnlyList<PartnerCommitment>)[.. board.All.Where(row => row.Side == side)]
                )
            )
            .Where(side => side.Item2.Count > 0);

    public CommitmentView View(PartnerCommitment row) =>
        new(
            row,
            board.TitleOf(row),
            row.DueOn(open.Partner),
            row.IsLate(open.Partner, open.Today),
            board.MaySpeak && row.Side == open.Side,
            board.MaySpeak && row.Side != open.Side,
            open.Partner.Code
        );
}

/// <param name="MayKeep">The viewer's side promised it.</param>
/// <param name="MayJudge">It was promised to the viewer's side.</param>
internal sealed record CommitmentView(
    PartnerCommitment Row,
    string Title,
    LocalDate? DueOn,
    bool IsLate,
    bool MayKeep,
    bool MayJudge,
    string Code
)
{
    public bool IsOpen => Row.State == CommitmentState.Open;
    public bool IsKept => Row.State == CommitmentState.Kept;
}
