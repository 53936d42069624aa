using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Banyan.Partnering.Declarations.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Declarations;

/// <summary>Who can see this case, and why one cannot oneself. Names of others are shown to those alone who read the case.</summary>
[Requires(CasePermissions.Declare)]
internal sealed class WhoPage(ReachedCase reached, WhoReads who, Viewer viewer) : PageModel
{
    public string Reference => reached.Case.Reference;
    public bool MayRead => reached.MayRead;
    public bool Undeclared => reached.Mine is null && !MayRead;

    /// <summary>The viewer's own standing, as a sentence.</summary>
    public string Mine { get; private set; } = "";
    public IReadOnlyList<CaseReader> Reading { get; private set; } = [];
    public IReadOnlyList<CaseReader> NotReading { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await reached.LoadAsync(reference, ct))
            return NotFound();
        Mine = (MayRead ? Texts.WhoYouRead : Texts.WhoYouCannot).With(Why());
        if (!MayRead)
            return Page();
        var all = await who.OfAsync(reached.Case, ct);
        Reading = [.. all.Where(reader => reader.Reads)];
        NotReading = [.. all.Where(reader => !reader.Reads)];
        return Page();
    }

    public string StandingOf(CaseReader reader) =>
        reader.Declaration is { } declaration ? ConflictWords.Of(declaration)
        : reader.Reads ? Texts.StateStaff
        : Texts.StateNotDeclared;

    private string Why() =>
        reached.Mine switch
        {
            null => viewer.May(CasePermissions.Read, reached.Case.Organisation)
                ? Texts.WhyStaff
                : Texts.WhyUndeclared,
            { WaiverReason: { } reason } => Texts.WhyWaived.With(reason),
            { ByChallenge: true } => Texts.WhyChallenged,
            { Conflict: Conflict.None } => Texts.WhyDeclared,
            { Conflict: Conflict.Soft, Reads: true } => Texts.WhySoft,
            { Conflict: Conflict.Soft } => Texts.WhySoftHidden,
            _ => Texts.WhyHard,
        };
}
