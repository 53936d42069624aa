using System.Globalization;
using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui;

/// <summary>What is wrong with one field, as a sentence that says what to do. <paramref name="Field"/> is the name of the field, or empty for the form as a whole.</summary>
public sealed record FieldProblem(string Field, string Sentence);

/// <summary><c>&lt;error-summary problems="Model.Problems" /&gt;</c> at the top of a form; nothing while there is no problem.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var list = Markup.Tag("ul", null);
        foreach (var problem in Problems)
        {
            var sentence =
                problem.Field.Length == 0
                    ? Markup.Text(problem.Sentence)
                    : Markup
                        .Tag("a", null, problem.Sentence)
                        .With("href", "#" + Fields.FieldIds.Of(problem.Field));
            list.InnerHtml.AppendHtml(Markup.Tag("li", null, sentence));
        }
        var title = Counted.Choose(
            Problems.Count,
            Texts.ErrorSummaryTitleOne,
            string.Format(CultureInfo.CurrentCulture, Texts.ErrorSummaryTitleOther, Problems.Count)
        );
        output.Become(
            Markup
                .Tag(
                    "div",
                    "error-summary",
                    Markup
                        .Tag("h2", null, Icon.Of(IconName.Warning), Markup.Text(title))
                        .With("id", "error-summary-title"),
                    list
                )
                .With("role", "alert")
                .With("tabindex", "-1")
                .With("aria-labelledby", "error-summary-title")
                .With("data-error-summary", "")
        );
    }
}
