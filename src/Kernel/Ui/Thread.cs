using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace Banyan.Kernel.Ui;

/// <summary>Who may read an entry of a thread.</summary>
public enum ThreadAudience
{
    Applicant,
    Staff,
    Reviewers,
    Board,
}

/// <summary>One entry of the thread of a case. The private lane and the applicant's lane differ in words, icon, colour and edge, so that nobody writes to the wrong one.</summary>
[HtmlTargetElement("thread-entry")]
public sealed class ThreadEntryTagHelper : TagHelper
{
    public ThreadAudience Audience { get; set; } = ThreadAudience.Staff;
    public required string Who { get; set; }
    public Instant When { get; set; }

    /// <summary>IANA id of the organisation's zone; UTC when left out.</summary>
    public string? Zone { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var zone = Zone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[Zone];
        var time = Markup.Tag(
            "span",
            "zoned",
            TimeInZoneTagHelper.Content(When.InZone(zone), null, null)
        );
        output.Become(
            Markup.Tag(
                "article",
                Audience switch
                {
                    ThreadAudience.Applicant => "entry lane-applicant",
                    ThreadAudience.Board => "entry lane-private lane-board",
                    ThreadAudience.Staff or ThreadAudience.Reviewers => "entry lane-private",
                },
                LaneLabelTagHelper.Label(Audience),
                Markup.Tag("p", "entry-who", Markup.Tag("b", null, Who), Markup.Text(" "), time),
                Markup.Tag("div", "entry-words", await output.GetChildContentAsync())
            )
        );
    }

    internal static bool IsPrivate(ThreadAudience audience) =>
        audience switch
        {
            ThreadAudience.Applicant => false,
            ThreadAudience.Staff or ThreadAudience.Reviewers or ThreadAudience.Board => true,
        };
}

/// <summary>Says who will read: at the head of an entry, and above the box in which one is written.</summary>
[HtmlTargetElement("lane-label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LaneLabelTagHelper : TagHelper
{
    public ThreadAudience Audience { get; set; } = ThreadAudience.Staff;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Label(Audience));

    internal static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Label(ThreadAudience audience)
    {
        var words = audience switch
        {
            ThreadAudience.Applicant => Texts.ToTheApplicant,
            ThreadAudience.Staff => Texts.OnlyStaff,
            ThreadAudience.Reviewers => Texts.OnlyStaffAndReviewers,
            ThreadAudience.Board => Texts.OnlyTheBoard,
        };
        var icon = ThreadEntryTagHelper.IsPrivate(audience) ? IconName.Lock : IconName.Envelope;
        return Markup.Tag("p", "lane-label", Icon.Of(icon), Markup.Tag("span", null, words));
    }
}
