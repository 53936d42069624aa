using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui;

/// <summary>What an action will do, before it is done: the list of effects, then (as child content) the letter, then until when it can be undone.</summary>
[HtmlTargetElement("effect-preview")]
public sealed class EffectPreviewTagHelper : TagHelper
{
    public IReadOnlyList<string> Effects { get; set; } = [];

    /// <summary>A sentence such as "You can undo this until 10:42."; null where there is no way back.</summary>
    public string? Undo { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = Markup.Tag("ul", "effects");
        foreach (var effect in Effects)
            list.InnerHtml.AppendHtml(
                Markup.Tag("li", null, Icon.Of(IconName.Arrow), Markup.Tag("span", null, effect))
            );
        output.Become(
            Markup.Tag(
                "section",
                "effect-preview",
                Markup.Tag("h2", null, Texts.ThisWillHappen),
                Effects.Count == 0 ? null : list,
                await output.GetChildContentAsync(),
                Undo is null
                    ? null
                    : Markup.Tag(
                        "p",
                        "undo",
                        Icon.Of(IconName.Clock),
                        Markup.Tag("span", null, Undo)
                    )
            )
        );
    }
}

/// <summary>The exact mail that will leave: plain text, in the language of the one who gets it.</summary>
[HtmlTargetElement("letter-preview", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LetterPreviewTagHelper : TagHelper
{
    public required string From { get; set; }
    public required string To { get; set; }
    public required string Subject { get; set; }
    public required string Body { get; set; }

    /// <summary>BCP 47.</summary>
    public string? Lang { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(
            Markup
                .Tag(
                    "div",
                    "letter",
                    Markup.Tag(
                        "dl",
                        "letter-head",
                        KeyValueTagHelper.Row(Texts.From, Markup.Text(From)),
                        KeyValueTagHelper.Row(Texts.To, Markup.Text(To)),
                        KeyValueTagHelper.Row(
                            Texts.Subject,
                            Markup.Tag("b", null, Subject).With("lang", Lang)
                        )
                    ),
                    Markup.Tag("div", "letter-body", Body).With("lang", Lang)
                )
                // A group and not a section: a batch shows many letters, and each section with a name would be a landmark.
                .With("role", "group")
                .With("aria-label", Texts.TheMail)
        );
}
