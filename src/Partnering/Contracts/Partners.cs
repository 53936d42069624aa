using Banyan.Partnering.Partnerships;

namespace Banyan.Partnering.Contracts;

/// <summary>The partnership that a page of another room is about, through what the viewer may see. Null is 404.</summary>
public sealed class Partners
{
    private readonly OpenPartner open;

    internal Partners(OpenPartner open) => this.open = open;

    /// <summary>For either side.</summary>
    public async Task<PartnerView?> SeenAsync(string code, CancellationToken ct) =>
        await open.LoadAsync(code, ct) ? open.View : null;

    /// <summary>For the partner's side alone.</summary>
    public async Task<PartnerView?> HeldAsync(string code, CancellationToken ct) =>
        await open.LoadAsync(code, ct) && open.View.Side == PartnerSide.Partner ? open.View : null;

    /// <summary>For those of the organisation who hold the permission.</summary>
    public async Task<PartnerView?> AtDeskAsync(
        string code,
        string permission,
        CancellationToken ct
    ) => await open.LoadAsync(code, permission, ct) ? open.View : null;

    /// <summary>For work, which nobody reads.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<PartnerView> OfAsync(PartnershipId id, CancellationToken ct)
    {
        await open.LoadAsync(id, ct);
        return open.View;
    }
}
