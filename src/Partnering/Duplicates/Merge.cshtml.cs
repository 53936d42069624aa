using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Duplicates;

/// <summary>Closes a case because another one for the same thing goes on.</summary>
[Requires(CasePermissions.Merge)]
internal sealed class MergePage(BanyanDb db, Viewer viewer, OpenCase open, CloseCase close)
    : CaseVerb(open)
{
    private Application? kept;

    [BindProperty(Name = "of", SupportsGet = true)]
    public string Of { get; set; } = "";

    /// <summary>Staff says that both groups are the same people, or agreed to it.</summary>
    [BindProperty(Name = "share")]
    public string Share { get; set; } = "";

    /// <summary>What goes on, where it was found.</summary>
    public (string Reference, string Title)? Kept { get; private set; }

    /// <summary>Both belong to one community, so its people may know of both.</summary>
    public bool SameCommunity { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Merge, ct))
            return NotFound();
        await FindAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Merge, () => MergeAsync(ct), Texts.SaidMerged, ct);

    private async Task<Outcome> MergeAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (kept is null)
            return ApplicationRefusals.DuplicateUnknown;
        if (Open.Case.AgainstMerging(kept) is { } refusal)
            return refusal;
        var shared = SameCommunity || Share == "true";
        var reason = shared
            ? Texts.ReasonShared.With(kept.Reference, kept.Title)
            : Texts.ReasonPlain;
        var outcome = await close.OfAsync(
            Open.Turn,
            Open.Round,
            Open.AtHome.Zone,
            reason,
            Role.Staff,
            ct
        );
        if (!outcome.Done)
            return outcome;
        outcome = outcome.And(Open.Case.PointAt(kept, Open.Actor, Open.Now));
        // The case that goes on is changed by this, whether or not somebody is added to it.
        db.Hold(kept);
        return shared ? outcome.And(kept.TakeIn(Open.Case, Open.Actor, Open.Now)) : outcome;
    }

    private async Task FindAsync(CancellationToken ct)
    {
        var typed = Typed.OneLine(Of);
        kept =
            typed.Length == 0
                ? null
                : await db
                    .Applications.OnDeskOf(viewer, CasePermissions.Merge)
                    .WithReference(typed)
                    .Include(a => a.Applicants)
                    .SingleOrDefaultAsync(ct);
        Kept = kept is null ? null : (kept.Reference, kept.Title);
        SameCommunity = kept?.Community is { } community && community == Open.Case.Community;
    }
}
