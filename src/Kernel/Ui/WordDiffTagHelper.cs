using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui;

/// <summary>Two texts as one, with what went out struck through and what came in underlined; a screen reader hears which is which.</summary>
[HtmlTargetElement("word-diff", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WordDiffTagHelper : TagHelper
{
    public required string Before { get; set; }
    public required string After { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var text = Markup.Tag("div", "word-diff");
        foreach (var run in WordDiff.Of(Before, After))
            text.InnerHtml.AppendHtml(
                run.Change switch
                {
                    WordChange.Same => Markup.Text(run.Text),
                    WordChange.Removed => Markup.Tag(
                        "del",
                        null,
                        Markup.Spoken(Texts.DiffRemoved),
                        Markup.Text(run.Text),
                        Markup.Spoken(Texts.DiffEnd)
                    ),
                    WordChange.Added => Markup.Tag(
                        "ins",
                        null,
                        Markup.Spoken(Texts.DiffAdded),
                        Markup.Text(run.Text),
                        Markup.Spoken(Texts.DiffEnd)
                    ),
                }
            );
        output.Become(text);
    }
}
