using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>One short page of the draft. Everything typed is kept first; what is to be mended is said after.</summary>
[Holder]
internal sealed class SectionPage(OpenApplication open, SaveAnswers save, CheckRequests checks)
    : PageModel
{
    public OpenApplication Open => open;
    public FormSection Section { get; private set; } = null!;
    public int Number { get; private set; }
    public FieldsView Fields { get; private set; } = null!;
    public WindowNotice? Window { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string reference,
        string section,
        CancellationToken ct
    )
    {
        if (!await LoadAsync(reference, section, ct))
            return NotFound();
        if (open.Application.State != ApplicationState.Draft)
            return new SeeOther(ApplicationLinks.Show(reference));
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string reference,
        string section,
        CancellationToken ct
    )
    {
        if (!await LoadAsync(reference, section, ct))
            return NotFound();
        await save.KeepAsync(Section.Questions, Request.Form, ct);
        save.Judge(Section.Questions.Select(question => question.Key), complete: false);
        if (save.Problems.Count > 0)
        {
            await ShowAsync(ct);
            return this.Unprocessed();
        }
        Said.Set(HttpContext, Texts.SaidSaved);
        return new SeeOther(Next(reference));
    }

    private string Next(string reference)
    {
        var form = open.Form(complete: false);
        var after = form
            .Sections.Skip(Number)
            .FirstOrDefault(next => next.Questions.Count > 0 && !next.Begun);
        // A date outside the window is said at once, on the page where it was typed.
        if (
            Section.Questions.Any(q => q.Means == Meaning.Date)
            && form.Date is not null
            && !open.Window(form).MayApply
        )
            return ApplicationLinks.Section(reference, Section.Key);
        return after is null
            ? ApplicationLinks.Show(reference)
            : ApplicationLinks.Section(reference, after.Section.Key);
    }

    private async Task<bool> LoadAsync(string reference, string section, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return false;
        var index = open.Program.Sections.ToList().FindIndex(known => known.Key == section);
        if (index < 0)
            return false;
        (Section, Number) = (open.Program.Sections[index], index + 1);
        return true;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var form = open.Form(complete: false);
        if (Section.Questions.Any(question => question.Means == Meaning.Date))
            Window = WindowNotice.Of(open.Window(form), form.Date);
        var here = form.Sections.First(state => state.Section.Key == Section.Key).All;
        Fields = new FieldsView(
            FieldsView.OnPage(here, here),
            save.Problems,
            save.Mine,
            await checks.OfAsync(open.Application.Id, ct),
            open.Today,
            open.Program.Questions
        );
    }
}
