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
    public static string Say(ZonedDateTime start, Instant? end = null) =>
        string.Format(
            CultureInfo.CurrentCulture,
            Texts.DayTimeZone,
            Day(start.Date),
            Hours(start, end),
            ZoneName(start)
        );

    /// <summary>The same moment for the reader: "14:00–16:30 for you (CET)", with the day where it is another than <paramref name="shown"/>.</summary>
    public static string SayForYou(LocalDate shown, ZonedDateTime start, Instant? end) =>
        string.Format(
            CultureInfo.CurrentCulture,
            Texts.ForYou,
            HoursBeside(shown, start, end),
            Letters(start)
        );

    /// <summary>The same moment in UTC, where nobody knows the zone of the reader.</summary>
    public static string SayInUtc(LocalDate shown, ZonedDateTime start, Instant? end) =>
        string.Format(
            CultureInfo.CurrentCulture,
            Texts.TimeZone,
            HoursBeside(shown, start, end),
            Letters(start)
        );

    private static string HoursBeside(LocalDate shown, ZonedDateTime start, Instant? end) =>
        start.Date == shown
            ? Hours(start, end)
            : string.Format(
                CultureInfo.CurrentCulture,
                Texts.DayAndHours,
                Day(start.Date),
                Hours(start, end)
            );

    private static string Day(LocalDate date) =>
        LocalDatePattern.Create(Texts.ShortDayPattern, CultureInfo.CurrentCulture).Format(date);

    private static string Hours(ZonedDateTime start, Instant? end)
    {
        var pattern = LocalTimePattern.Create("HH:mm", CultureInfo.CurrentCulture);
        var from = pattern.Format(start.TimeOfDay);
        if (end is not { } instant)
            return from;
        var until = instant.InZone(start.Zone);
        var to = pattern.Format(until.TimeOfDay);
        return until.Date == start.Date
            ? $"{from}–{to}"
            : $"{from} – {string.Format(CultureInfo.CurrentCulture, Texts.DayAndHours, Day(until.Date), to)}";
    }

    /// <summary>"UTC", or letters and place: "IST (Kolkata)".</summary>
    private static string ZoneName(ZonedDateTime time)
    {
        if (IsUtc(time.Zone))
            return Letters(time);
        var city = time.Zone.Id[(time.Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return string.Format(CultureInfo.CurrentCulture, Texts.ZoneAndPlace, Letters(time), city);
    }

    /// <summary>"IST", or where the zone has no letters of its own "UTC+05:45".</summary>
    private static string Letters(ZonedDateTime time)
    {
        if (IsUtc(time.Zone))
            return "UTC";
        var letters = time.GetZoneInterval().Name;
        return char.IsAsciiLetter(letters[0])
            ? letters
            : "UTC" + OffsetPattern.CreateWithInvariantCulture("+HH:mm").Format(time.Offset);
    }

    internal static bool IsUtc(DateTimeZone zone) => zone.Id is "UTC" or "Etc/UTC";
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
        var same = readerZone is null ? ZonedTime.IsUtc(start.Zone) : reader.Equals(start.Zone);
        if (!same)
        {
            var theirs = instant.InZone(reader);
            beside.InnerHtml.Append(" · ");
            beside.InnerHtml.Append(
                readerZone is null
                    ? ZonedTime.SayInUtc(start.Date, theirs, until)
                    : ZonedTime.SayForYou(start.Date, theirs, until)
            );
        }
        return new HtmlContentBuilder().AppendHtml(time).AppendHtml(beside);
    }
}
