using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui;

public enum NextTone
{
    /// <summary>The reader acts next.</summary>
    Yours,

    /// <summary>Somebody else acts next.</summary>
    Theirs,

    /// <summary>Nobody acts: the sentence says what became of it.</summary>
    Closed,
}

/// <summary>One sentence with actor and date: who does what, by when. The same sentence stands on the page, in the mail and in the API.</summary>
public sealed record NextLine(string Sentence, NextTone Tone);

/// <summary><c>&lt;next-line line="Model.Next" /&gt;</c>. Its child content, if any, is the way to act: a link or a button.</summary>
[HtmlTargetElement("next-line")]
public sealed class NextLineTagHelper : TagHelper
{
    public required NextLine Line { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tone = Line.Tone switch
        {
            NextTone.Yours => "next-yours",
            NextTone.Theirs => "next-theirs",
            NextTone.Closed => "next-closed",
        };
        var sentence = Markup.Tag("p", "next-sentence", Line.Sentence);
        var action = await output.GetChildContentAsync();
        var line = Markup.Tag(
            "div",
            $"next-line {tone}",
            Icon.Of(IconName.Root, "next-root"),
            sentence
        );
        if (!action.IsEmptyOrWhiteSpace)
            line.InnerHtml.AppendHtml(Markup.Tag("div", "next-action", action));
        output.Become(line);
    }
}
