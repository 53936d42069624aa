using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;

namespace Banyan.Partnering.Partnerships;

/// <summary>All other rooms that add to the partnership that is open.</summary>
internal sealed class PartnerRooms(OpenPartner open, IEnumerable<IPartnerRoom> rooms)
{
    public Task<Outcome> BeganAsync(CancellationToken ct) =>
        EachAsync(room => room.BeganAsync(open.View, ct));

    public Task<Outcome> CameBackAsync(CancellationToken ct) =>
        EachAsync(room => room.CameBackAsync(open.View, ct));

    public async Task<PartnerLeft> LeftAsync(bool forGood, CancellationToken ct)
    {
        var outcome = Outcome.Of(open.Actor, open.Now);
        List<Consequence> consequences = [];
        foreach (var room in rooms)
        {
            var left = await room.LeftAsync(open.View, forGood, ct);
            outcome = outcome.And(left.Outcome);
            consequences.AddRange(left.Consequences);
        }
        return new PartnerLeft(outcome, consequences);
    }

    public async Task<IReadOnlyList<PartnerPanel>> PanelsAsync(CancellationToken ct)
    {
        List<PartnerPanel> panels = [];
        foreach (var room in rooms)
            panels.AddRange(await room.PanelsAsync(open.View, ct));
        return panels;
    }

    private async Task<Outcome> EachAsync(Func<IPartnerRoom, Task<Outcome>> ask)
    {
        var outcome = Outcome.Of(open.Actor, open.Now);
        foreach (var room in rooms)
            outcome = outcome.And(await ask(room));
        return outcome;
    }
}
