using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Review;

/// <summary>A page that does one thing to one case. What the viewer may not know, or not do to it, answers 404.</summary>
internal abstract class CaseVerb(OpenCase open) : PageModel
{
    protected OpenCase Open => open;
    public CaseHead Head => open.Head;
    public string Back => CaseLinks.Show(open.Head.Reference);

    /// <summary>What a permission alone does not say: whether this case is the viewer's to do it to.</summary>
    protected virtual bool IsTheirs => true;

    /// <summary>Where the change is seen.</summary>
    protected virtual string SeenAt => CaseLinks.Show(open.Case.Reference);

    /// <summary>Tried again from the start when somebody else changed the case at the same moment.</summary>
    protected async Task<IActionResult> DoAsync(
        string reference,
        string permission,
        Func<Task<Outcome>> act,
        string say,
        CancellationToken ct
    )
    {
        if (!await open.LoadAsync(reference, permission, ct) || !IsTheirs)
            return NotFound();
        return await this.CommitAsync(
            () => open.LoadAsync(reference, permission, ct),
            act,
            SeenAt,
            say,
            ct
        );
    }
}
