using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>In which of the program's languages the letter of the decision leaves.</summary>
[Holder]
internal sealed class ChooseLetterLanguagePage(OpenApplication open) : PageModel
{
    public OpenApplication Open => open;

    [BindProperty]
    public string Language { get; set; } = "";
    public string Chosen => Language.Length > 0 ? Language : open.Application.LetterLanguage;
    public IReadOnlyList<Choice> Languages =>
        [
            .. LetterLanguages
                .Of(open.Program)
                .Select(language => new Choice(language, LetterLanguages.OwnName(language))
                {
                    Language = language,
                }),
        ];
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            open.Application.ChooseLetterLanguage(
                Language,
                LetterLanguages.Of(open.Program),
                open.Actor,
                open.Now
            ),
            ApplicationLinks.Show(reference),
            Texts.SaidLetterLanguage,
            ct
        );
    }
}
