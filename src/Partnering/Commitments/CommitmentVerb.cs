using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Partnerships;

namespace Banyan.Partnering.Commitments;

/// <summary>A page on which one side says something about one promise.</summary>
internal abstract class CommitmentVerb(OpenPartner open, OpenBoard board) : PartnerVerb(open)
{
    protected OpenBoard Board => board;
    public PartnerCommitment Commitment { get; private set; } = null!;

    /// <summary>The words of the promise.</summary>
    public string Title => board.TitleOf(Commitment);
    public string Promiser => board.NameOf(Commitment.Side);
    public string BoardHref => CommitmentLinks.Board(Head.Code);

    /// <summary>Whether the side that promised does it, or the other one.</summary>
    protected abstract bool IsOfPromiser { get; }
    protected override string SeenAt => BoardHref;

    protected override async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!await base.LoadAsync(code, ct) || !board.MaySpeak)
            return false;
        await board.LoadAsync(ct);
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (board.All.FirstOrDefault(row => row.Id == id) is not { } found)
            return false;
        Commitment = found;
        return IsOfPromiser == (found.Side == Open.Side);
    }
}
