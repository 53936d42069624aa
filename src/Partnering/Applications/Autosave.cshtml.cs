using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Keeps what is in a form while it is being typed. It answers 204, and in a header the versions that the next saving is based on.</summary>
[Holder]
internal sealed class AutosavePage(OpenApplication open, SaveAnswers save) : PageModel
{
    public const string VersionsHeader = "Banyan-Versions";

    public IActionResult OnGet(string reference) => new SeeOther(ApplicationLinks.Show(reference));

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (
            !await open.LoadAsync(reference, ct)
            || open.Application.State != ApplicationState.Draft
        )
            return NotFound();
        var kept = await save.CommitAsync(save.Write(open.Program.Questions, Request.Form), ct);
        if (!kept.Done || save.Problems.Count > 0)
            return StatusCode(Microsoft.AspNetCore.Http.StatusCodes.Status409Conflict);
        Response.Headers[VersionsHeader] = string.Join(
            ';',
            open.Application.Answers.Select(answer =>
                string.Create(CultureInfo.InvariantCulture, $"{answer.Question}={answer.Version}")
            )
        );
        return StatusCode(Microsoft.AspNetCore.Http.StatusCodes.Status204NoContent);
    }
}
