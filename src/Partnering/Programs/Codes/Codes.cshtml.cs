using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Codes;

/// <summary>Whom staff lets in: every code that was ever given for a program, for whom and why, and how often it was used.</summary>
[Requires(ProgramPermissions.Admit)]
internal sealed class CodesPage(OpenProgram open, BanyanDb db, SiteAddress site) : PageModel
{
    public OpenProgram Open => open;
    public IReadOnlyList<AdmissionCode> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Admit, ct))
            return NotFound();
        var id = open.Program.Id;
        Codes = await db
            .AdmissionCodes.AsNoTracking()
            .Where(code => code.Program == id)
            .OrderByDescending(code => code.MadeAt)
            .ThenByDescending(code => code.Id)
            .ToListAsync(ct);
        return Page();
    }

    /// <summary>What one sends to whoever is let in.</summary>
    public string LinkOf(AdmissionCode code) =>
        site.Of($"{ProgramLinks.Apply(open.Program.Slug)}?code={code.Shown}");

    public string StandingOf(AdmissionCode code) =>
        code.WithdrawnAt is { } at
            ? Texts.Withdrawn.With(DayWords.Of(at.InZone(open.Organisation.Zone).Date))
        : code.LastDay < open.Today ? Texts.Over
        : Texts.UsedTimes.With(code.Uses, code.MostUses);

    public bool IsGood(AdmissionCode code) => code.Against(open.Today) is null;

    public string About(AdmissionCode code) =>
        Texts.MadeBy.With(code.MadeBy, DayWords.Of(code.MadeAt.InZone(open.Organisation.Zone).Date))
        + (code.LastDay is { } last ? " " + Texts.GoodUntil.With(DayWords.Of(last)) : "");
}
