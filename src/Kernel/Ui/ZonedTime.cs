using System.Globalization;
using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Kernel.Ui;

/// <summary>A time with its zone named: "Wed 18 Nov 2026, 18:30–21:00 IST (Kolkata)".</summary>
public static class ZonedTime
{
    public static string Say(ZonedDateTime start, Instant? end = null)
    {
        var day = LocalDatePattern
            .Create(Texts.ShortDayPattern, CultureInfo.CurrentCulture)
            .Format(start.Date);
        return string.Format(
            CultureInfo.CurrentCulture,
            Texts.DayTimeZone,
            day,
            Hours(start, end),
            ZoneName(start)
        );
    }

    /// <summary>Only the hours and the zone; the day too where it is another day than <paramref name="shown"/>.</summary>
    public static string SayBeside(LocalDate shown, ZonedDateTime start, Instant? end) =>
        start.Date == shown
            ? string.Format(
                CultureInfo.CurrentCulture,
                Texts.TimeZone,
                Hours(start, end),
                ZoneName(start)
            )
            : Say(start, end);

    private static string Hours(ZonedDateTime start, Instant? end)
    {
        var pattern = LocalTimePattern.Create("HH:mm", CultureInfo.CurrentCulture);
        var from = pattern.Format(start.TimeOfDay);
        return end is { } instant
            ? $"{from}–{pattern.Format(instant.InZone(start.Zone).TimeOfDay)}"
            : from;
    }

    /// <summary>"UTC", "IST (Kolkata)", or where the zone has no letters of its own "UTC+05:45 (Kathmandu)".</summary>
    private static string ZoneName(ZonedDateTime time)
    {
        var id = time.Zone.Id;
        if (time.Zone.Equals(DateTimeZone.Utc) || id is "UTC" or "Etc/UTC")
            return "UTC";
        var letters = time.GetZoneInterval().Name;
        var name = char.IsAsciiLetter(letters[0])
            ? letters
            : "UTC" + OffsetPattern.CreateWithInvariantCulture("+HH:mm").Format(time.Offset);
        var city = id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return string.Format(CultureInfo.CurrentCulture, Texts.ZoneAndPlace, name, city);
    }
}

/// <summary>
/// <c>&lt;time-in-zone at="Model.At" /&gt;</c> or <c>&lt;time-in-zone local="Model.Starts" zone="Asia/Kolkata" until="Model.Ends" /&gt;</c>.
/// The reader's own time follows: in <c>reader-zone</c> where it is known, else in UTC until the browser fills it in.
/// </summary>
[HtmlTargetElement("time-in-zone", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeInZoneTagHelper : TagHelper
{
    public Instant? At { get; set; }
    public LocalDateTime? Local { get; set; }

    /// <summary>IANA id of the zone in which it happens; UTC when left out.</summary>
    public string? Zone { get; set; }
    public Instant? Until { get; set; }
    public string? ReaderZone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var zone = Zone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[Zone];
        var start = (At, Local) switch
        {
            ({ } at, _) => at.InZone(zone),
            // A time that the clocks skip or repeat still has to be shown; NodaTime's lenient rule moves it past the gap.
            (null, { } local) => local.InZoneLeniently(zone),
            _ => throw new InvalidOperationException("time-in-zone needs at or local."),
        };
        output.Become(Markup.Tag("span", "zoned", Content(start, Until, ReaderZone)));
    }

    internal static IHtmlContent Content(ZonedDateTime start, Instant? until, string? readerZone)
    {
        var instant = start.ToInstant();
        var time = Markup
            .Tag("time", null, ZonedTime.Say(start, until))
            .With("datetime", InstantPattern.General.Format(instant))
            .With("data-until", until is { } end ? InstantPattern.General.Format(end) : null)
            .With("data-zone", start.Zone.Id)
            .With("data-for-you", readerZone is null ? Texts.ForYou : null);
        var reader = readerZone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[readerZone];
        var beside = Markup.Tag("span", "your-time");
        if (!reader.Equals(start.Zone))
        {
            var theirs = ZonedTime.SayBeside(start.Date, instant.InZone(reader), until);
            beside.InnerHtml.Append(" · ");
            beside.InnerHtml.Append(
                readerZone is null
                    ? theirs
                    : string.Format(CultureInfo.CurrentCulture, Texts.TheirsForYou, theirs)
            );
        }
        return new HtmlContentBuilder().AppendHtml(time).AppendHtml(beside);
    }
}
