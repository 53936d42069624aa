using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Rules.Tests.Ui;

public sealed class FieldTests
{
    private const string Nasty = "<script>\"'&</textarea>";

    [Fact]
    public void A_field_with_hint_and_error_is_described_by_both_and_the_summary_leads_to_it()
    {
        var field = Page(
            new TextFieldTagHelper
            {
                Name = "Answers[site]",
                Label = "Site",
                Hint = "With or without https://",
                Error = "Give an address.",
            }
        );
        var summary = Page(
            new ErrorSummaryTagHelper
            {
                Problems = [new FieldProblem("Answers[site]", "Give an address.")],
            }
        );
        var input = field.QuerySelector("input").ShouldNotBeNull();
        input.GetAttribute("name").ShouldBe("Answers[site]");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        field.QuerySelector("label")!.GetAttribute("for").ShouldBe(input.Id);
        var describing = input.GetAttribute("aria-describedby")!.Split(' ');
        describing
            .Select(id => field.GetElementById(id)!.ClassName)
            .ShouldBe(["hint", "field-error"]);
        summary.QuerySelector("a")!.GetAttribute("href").ShouldBe("#" + input.Id);
    }

    [Fact]
    public void A_group_of_choices_is_a_fieldset_and_the_summary_leads_to_its_first_choice()
    {
        var page = Page(
            new ChoiceFieldTagHelper
            {
                Name = "unit",
                Label = "Unit",
                Choices = [new("event", "An event"), new("year", "A year")],
                Value = "year",
            }
        );
        page.QuerySelector("fieldset > legend")!.TextContent.ShouldBe("Unit");
        page.QuerySelectorAll("input")
            .Select(input => input.Id)
            .ShouldBe([FieldIds.Of("unit"), FieldIds.Of("unit") + "-1"]);
        page.QuerySelectorAll("input[checked]")
            .Select(input => input.GetAttribute("value"))
            .ShouldBe(["year"]);
    }

    [Fact]
    public void Without_a_problem_there_is_no_summary() =>
        Page(new ErrorSummaryTagHelper()).Body!.ChildNodes.Length.ShouldBe(0);

    public static TheoryData<string, TagHelper> Helpers =>
        new()
        {
            {
                "text",
                new TextFieldTagHelper
                {
                    Name = Nasty,
                    Label = Nasty,
                    Hint = Nasty,
                    Error = Nasty,
                    Value = Nasty,
                    Lang = Nasty,
                }
            },
            {
                "long",
                new LongFieldTagHelper
                {
                    Name = Nasty,
                    Label = Nasty,
                    Value = Nasty,
                }
            },
            {
                "web",
                new WebFieldTagHelper
                {
                    Name = Nasty,
                    Label = Nasty,
                    Value = Nasty,
                    Understood = Nasty,
                }
            },
            {
                "date",
                new DateFieldTagHelper
                {
                    Name = Nasty,
                    Label = Nasty,
                    Value = new DateParts(Nasty, Nasty, Nasty),
                }
            },
            {
                "choice",
                new ChoiceFieldTagHelper
                {
                    Name = Nasty,
                    Label = Nasty,
                    Choices = [new(Nasty, Nasty, Nasty)],
                }
            },
            {
                "select",
                new SelectFieldTagHelper
                {
                    Name = Nasty,
                    Label = Nasty,
                    Choices = [new(Nasty, Nasty)],
                }
            },
            {
                "letter",
                new LetterPreviewTagHelper
                {
                    From = Nasty,
                    To = Nasty,
                    Subject = Nasty,
                    Body = Nasty,
                    Lang = Nasty,
                }
            },
            {
                "next",
                new NextLineTagHelper { Line = new NextLine(Nasty, NextTone.Theirs) }
            },
            {
                "difference",
                new WordDiffTagHelper { Before = "", After = Nasty }
            },
            {
                "summary",
                new ErrorSummaryTagHelper { Problems = [new FieldProblem(Nasty, Nasty)] }
            },
            {
                "effects",
                new EffectPreviewTagHelper { Effects = [Nasty], Undo = Nasty }
            },
        };

    [Theory]
    [MemberData(nameof(Helpers), DisableDiscoveryEnumeration = true)]
    public void What_people_typed_never_becomes_markup(string name, TagHelper helper)
    {
        var page = Page(helper);
        page.QuerySelectorAll("script").Length.ShouldBe(0, name);
        (page.Body!.TextContent.Contains(Nasty, StringComparison.Ordinal)).ShouldBeTrue(name);
    }

    private static IDocument Page(TagHelper helper)
    {
        var output = new TagHelperOutput(
            "helper",
            [],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        helper
            .ProcessAsync(
                new TagHelperContext([], new Dictionary<object, object>(), "test"),
                output
            )
            .GetAwaiter()
            .GetResult();
        using var words = new StringWriter();
        output.WriteTo(words, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(words.ToString());
    }
}
