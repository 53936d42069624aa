using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>The working copy as applicants would see it: the program's page and all questions of the form. Nothing typed here is kept.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class PreviewPage(OpenProgram open, PageFrame frame) : ProgramPage
{
    public OpenProgram Open => open;
    public IReadOnlyList<(FormSection Section, FieldsView Fields)> Sections { get; private set; } =
    [];

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        if (open.Draft is not { } draft)
            return new SeeOther(EditLinks.Show(program));
        if (open.Read(draft.Text).Definition is not { } definition)
        {
            Said.Set(HttpContext, Texts.PreviewNotYet);
            return new SeeOther(EditLinks.Parts(program));
        }
        Show(definition, open.Organisation, open.Now);
        frame.ShowProgram(definition, open.Organisation);
        var form = FormState.Of(
            definition,
            [],
            Today,
            CultureInfo.CurrentUICulture,
            complete: false
        );
        var all = form.Sections.SelectMany(section => section.All).ToList();
        Sections =
        [
            .. form.Sections.Select(section =>
                (
                    section.Section,
                    new FieldsView(
                        FieldsView.OnPage(section.All, all),
                        [],
                        new Dictionary<string, string>(),
                        [],
                        Today,
                        definition.Questions
                    )
                )
            ),
        ];
        return Page();
    }
}
