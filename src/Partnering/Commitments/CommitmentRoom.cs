using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;

namespace Banyan.Partnering.Commitments;

/// <summary>What the board adds to a partnership.</summary>
internal sealed class CommitmentRoom(OpenBoard board) : IPartnerRoom
{
    public Task<Outcome> BeganAsync(PartnerView partner, CancellationToken ct)
    {
        board.Begin();
        return Task.FromResult(Outcome.Of(partner.Actor, partner.Now).Then(board.Reminder()));
    }

    /// <summary>Nothing is taken back: the board stays as it stood, and reminds nobody.</summary>
    public Task<PartnerLeft> LeftAsync(PartnerView partner, bool forGood, CancellationToken ct) =>
        Task.FromResult(new PartnerLeft(Outcome.Of(partner.Actor, partner.Now), []));

    public async Task<Outcome> CameBackAsync(PartnerView partner, CancellationToken ct)
    {
        await board.LoadAsync(ct);
        return Outcome.Of(partner.Actor, partner.Now).Then(board.Reminder());
    }

    public async Task<IReadOnlyList<PartnerPanel>> PanelsAsync(
        PartnerView partner,
        CancellationToken ct
    )
    {
        await board.LoadAsync(ct);
        if (board.All.Count == 0)
            return [];
        return
        [
            new PartnerPanel(
                Texts.BoardTitle,
                [
                    .. new[]
                    {
                        board.Line(PartnerSide.Partner),
                        board.Line(PartnerSide.Organisation),
                    }.OfType<string>(),
                ],
                Texts.PanelLink,
                CommitmentLinks.Board(partner.Code)
            ),
        ];
    }
}
