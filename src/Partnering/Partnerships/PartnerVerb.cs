using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Partnerships;

/// <summary>A page on which one of the two sides does one thing to a partnership. What the viewer may not know, or not do to it, answers 404.</summary>
internal abstract class PartnerVerb(OpenPartner open) : PageModel
{
    protected OpenPartner Open => open;

    /// <summary>As it stood when it was loaded: a refused change leaves nothing of itself on the page.</summary>
    public PartnerHead Head { get; private set; } = null!;
    public string Back => PartnerLinks.Inside(Head.Code);

    /// <summary>What only those of the organisation do who hold it; null where either side does it.</summary>
    protected virtual string? Permission => null;

    /// <summary>The one side that does it; null where either does.</summary>
    protected virtual PartnerSide? OnlySide => null;

    /// <summary>Whether it can be done to this one at all.</summary>
    protected virtual bool IsTheirs => true;

    /// <summary>Where the change is seen.</summary>
    protected virtual string SeenAt => Back;

    public virtual async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) =>
        await LoadAsync(code, ct) ? Page() : NotFound();

    protected virtual async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        var found = Permission is { } permission
            ? await open.LoadAsync(code, permission, ct)
            : await open.LoadAsync(code, ct);
        if (!found || OnlySide is { } only && open.Side != only || !IsTheirs)
            return false;
        Head = PartnerHead.Of(open);
        return true;
    }

    /// <summary>Tried again from the start when somebody else changed it at the same moment.</summary>
    protected async Task<IActionResult> DoAsync(
        string code,
        Func<Task<Outcome>> act,
        string say,
        CancellationToken ct
    )
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        return await this.CommitAsync(() => LoadAsync(code, ct), act, SeenAt, say, ct);
    }
}
