using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui;

/// <summary>Question and answer, term and fact.</summary>
[HtmlTargetElement("key-values")]
public sealed class KeyValuesTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Markup.Tag("dl", "key-values", await output.GetChildContentAsync()));
}

/// <summary>One row of <c>&lt;key-values&gt;</c>; without child content it says that there is no answer.</summary>
[HtmlTargetElement("key-value", ParentTag = "key-values")]
public sealed class KeyValueTagHelper : TagHelper
{
    public required string Term { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.Become(
            Row(
                Term,
                value.IsEmptyOrWhiteSpace ? Markup.Tag("span", "soft", Texts.NoAnswer) : value
            )
        );
    }

    internal static TagBuilder Row(string term, IHtmlContent value) =>
        Markup.Tag("div", null, Markup.Tag("dt", null, term), Markup.Tag("dd", null, value));
}

/// <summary>The sections of an application, each with its status.</summary>
[HtmlTargetElement("task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Markup.Tag("ul", "task-list", await output.GetChildContentAsync()));
}

/// <summary><c>&lt;task-item href="..." status="Done" tone="Ok"&gt;Your community&lt;/task-item&gt;</c>. Without <c>href</c> it cannot be opened yet, and <c>hint</c> says why.</summary>
[HtmlTargetElement("task-item", ParentTag = "task-list")]
public sealed class TaskItemTagHelper : TagHelper
{
    public string? Href { get; set; }
    public required string Status { get; set; }
    public Tone Tone { get; set; } = Tone.Plain;
    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var name = Href is null
            ? Markup.Tag("span", "task-name", words)
            : Markup.Tag("a", "task-name", words).With("href", Href);
        output.Become(
            Markup.Tag(
                "li",
                "task-item",
                Markup.Tag("div", null, name, Hint is null ? null : Markup.Tag("p", "hint", Hint)),
                StatusPillTagHelper.Pill(Tone, Markup.Text(Status))
            )
        );
    }
}

/// <summary>A queue, sorted by what is due first; j, k and enter walk through it where scripts run.</summary>
[HtmlTargetElement("queue-list")]
public sealed class QueueListTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(
            Markup.Tag("ol", "queue", await output.GetChildContentAsync()).With("data-queue", "")
        );
}

/// <summary>One row of a queue; the whole row is the link. <c>reason</c> says why it is there, the child content is more about it.</summary>
[HtmlTargetElement("queue-row", ParentTag = "queue-list")]
public sealed class QueueRowTagHelper : TagHelper
{
    public required string Href { get; set; }
    public required string Title { get; set; }
    public required string Reason { get; set; }
    public required string Status { get; set; }
    public Tone Tone { get; set; } = Tone.Open;

    /// <summary>When it is due, in words; null where nothing presses.</summary>
    public string? Due { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.Become(
            Markup.Tag(
                "li",
                "queue-row",
                Markup.Tag(
                    "div",
                    null,
                    Markup.Tag("a", "queue-title", Title).With("href", Href),
                    Markup.Tag("p", "queue-reason", Reason),
                    more.IsEmptyOrWhiteSpace ? null : Markup.Tag("div", "queue-more", more)
                ),
                Markup.Tag(
                    "div",
                    "queue-side",
                    StatusPillTagHelper.Pill(Tone, Markup.Text(Status)),
                    Due is null ? null : Markup.Tag("span", "queue-due", Due)
                )
            )
        );
    }
}

/// <summary>Nothing here yet, and what to do so that there is. The child content teaches the next step.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(
            Markup.Tag(
                "div",
                "empty-state",
                Icon.Of(IconName.Root, "next-root"),
                Markup.Tag("p", "empty-title", Title),
                await output.GetChildContentAsync()
            )
        );
}
