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
    public IReadOnlyList<PreviewSection> Sections { get; private set; } = [];

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
        var culture = CultureInfo.CurrentUICulture;
        Sections =
        [
            .. definition.Sections.Select(section => new PreviewSection(
                section.Title.In(culture),
                section.Intro?.In(culture) ?? "",
                [.. section.Questions.Select(question => Ask(question, definition, culture))]
            )),
        ];
        return Page();
    }

    private PreviewQuestion Ask(Question question, ProgramDefinition program, CultureInfo culture)
    {
        var reading = ReadAnswer.Of(
            question,
            null,
            Today,
            culture,
            complete: false,
            undated: false
        );
        return new(
            ConditionOf(question, program, culture),
            new FieldsView(
                [new QuestionState(question, "", 0, reading)],
                [],
                new Dictionary<string, string>(),
                [],
                Today
            )
        );
    }

    private static string? ConditionOf(
        Question question,
        ProgramDefinition program,
        CultureInfo culture
    )
    {
        if (question.ShowIf is not { } condition)
            return null;
        var earlier = program.Questions.First(other => other.Key == condition.Question);
        var answers = condition.AnyOf.Select(answer =>
            earlier.Options.FirstOrDefault(option => option.Key == answer)?.Label.In(culture)
            ?? answer
        );
        return Texts.AskedIf.With(
            earlier.Label.In(culture),
            Files.Words.List(answers.Select(answer => answer.Quoted()))
        );
    }
}

internal sealed record PreviewSection(
    string Title,
    string Intro,
    IReadOnlyList<PreviewQuestion> Questions
);

/// <param name="Condition">When it is asked; null: always.</param>
internal sealed record PreviewQuestion(string? Condition, FieldsView Fields);
