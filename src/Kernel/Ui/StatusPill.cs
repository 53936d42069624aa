using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui;

/// <summary><c>&lt;status-pill tone="Wait"&gt;Waiting for you&lt;/status-pill&gt;</c></summary>
[HtmlTargetElement("status-pill")]
public sealed class StatusPillTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Plain;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Pill(Tone, await output.GetChildContentAsync()));

    internal static TagBuilder Pill(Tone tone, IHtmlContent words) =>
        Markup.Tag(
            "span",
            $"pill {tone.CssClass()}",
            Icon.Of(tone.Icon()),
            Markup.Tag("span", null, words)
        );
}
