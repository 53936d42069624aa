using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>All questions on one page, with the same fields as the short pages.</summary>
[Holder]
internal sealed class AllPage(OpenApplication open, SaveAnswers save, CheckRequests checks)
    : PageModel
{
    private IReadOnlyList<Check> looked = [];

    public OpenApplication Open => open;
    public FormState Form { get; private set; } = null!;
    public IReadOnlyList<FieldProblem> Problems => save.Problems;
    public WindowNotice? Window { get; private set; }

    public FieldsView FieldsOf(SectionState section) =>
        new(
            FieldsView.OnPage(section.All, Form.Sections.SelectMany(part => part.All)),
            save.Problems,
            save.Mine,
            looked,
            open.Today,
            open.Program.Questions
        );

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        if (open.Application.State != ApplicationState.Draft)
            return new SeeOther(ApplicationLinks.Show(reference));
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        await save.KeepAsync([.. open.Program.Questions], Request.Form, ct);
        save.Judge(open.Program.Questions.Select(question => question.Key), complete: false);
        if (save.Problems.Count > 0)
        {
            await ShowAsync(ct);
            return this.Unprocessed();
        }
        Said.Set(HttpContext, Texts.SaidSaved);
        return new SeeOther(ApplicationLinks.Show(reference));
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Form = open.Form(complete: false);
        Window = WindowNotice.Of(open.Window(Form), Form.Date);
        looked = await checks.OfAsync(open.Application.Id, ct);
    }
}
