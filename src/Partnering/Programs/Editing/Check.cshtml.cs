using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>Says what is wrong with a text, and keeps nothing: as a page, or line by line for the script that asks while somebody types.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class CheckPage(OpenProgram open) : PageModel
{
    private const string Lines = "text/plain";

    public OpenProgram Open => open;
    public YamlView View { get; private set; } = null!;

    [BindProperty(Name = "text")]
    public string Typed { get; set; } = "";

    [BindProperty(Name = "version")]
    public string Seen { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await open.LoadAsync(program, ProgramPermissions.Edit, ct)
            ? new SeeOther(EditLinks.Yaml(program))
            : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        var problems = open.Read(Typed).Problems;
        if (Request.Headers.Accept.ToString() == Lines)
            return Content(
                string.Join('\n', problems.Select(YamlView.Line)),
                $"{Lines}; charset=utf-8"
            );
        View = new(program, Typed, Seen, problems);
        return Page();
    }
}
