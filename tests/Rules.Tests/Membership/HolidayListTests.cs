using Banyan.Kernel.Domain;
using Banyan.Membership.Organisations.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Membership;

/// <summary>Holidays as people paste them, and the business days between them.</summary>
public sealed class HolidayListTests
{
    private const string Calendar = """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20270310
        DTEND;VALUE=DATE:20270312
        SUMMARY:Eid al-Fitr\, first
          days
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Independence Day
        DTSTART;VALUE=DATE:20270326
        END:VEVENT
        END:VCALENDAR
        """;

    [Fact]
    public void Lines_of_days_and_names_are_read_with_and_without_the_names_of_columns() =>
        Read("Day,Name\r\n2027-02-21, Language Day\n\n\"2027-03-26\",\"Independence, Day\"\n")
            .ShouldBe(["2027-02-21 Language Day", "2027-03-26 Independence, Day"]);

    [Fact]
    public void Events_of_whole_days_are_read_from_a_calendar_the_day_after_the_last_excluded() =>
        Read(Calendar)
            .ShouldBe([
                "2027-03-10 Eid al-Fitr, first days",
                "2027-03-11 Eid al-Fitr, first days",
                "2027-03-26 Independence Day",
            ]);

    [Theory]
    [InlineData("2027-02-21, Language Day\n21.2.2027, Again", "Line 2 needs a day")]
    [InlineData("2027-02-30, Not there", "Line 1 needs a day")]
    [InlineData("2027-02-21", "Line 1 needs a name")]
    [InlineData("", "Line 1 Nothing here")]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270221T100000Z\nSUMMARY:A\nEND:VEVENT",
        "Line 3 has a time"
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270221\nRRULE:FREQ=YEARLY\nSUMMARY:A\nEND:VEVENT",
        "Line 4 repeats"
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270221",
        "Line 2 begins an event"
    )]
    public void A_line_that_does_not_read_is_named_and_nothing_is_taken(string text, string words)
    {
        var list = HolidayList.Read(text);
        list.Days.ShouldBeEmpty();
        list.Problems.ShouldHaveSingleItem().Sentence.ShouldStartWith(words);
    }

    [Theory]
    [InlineData("P3D", 3)]
    [InlineData("P1W", 7)]
    [InlineData("+p2d", 2)]
    public void An_event_lasts_as_long_as_its_duration_says(string duration, int days) =>
        Read(Lasting(duration)).Count().ShouldBe(days);

    [Theory]
    [InlineData("PT8H", "Line 4 has a time")]
    [InlineData("P1DT8H", "Line 4 has a time")]
    [InlineData("P0D", "Line 2 lasts for no day")]
    [InlineData("P999999999W", "Line 2 lasts for no day")]
    public void A_duration_of_no_whole_days_is_named(string duration, string words) =>
        HolidayList
            .Read(Lasting(duration))
            .Problems.ShouldHaveSingleItem()
            .Sentence.ShouldStartWith(words);

    [Fact]
    public void An_alarm_within_an_event_changes_neither_its_name_nor_its_length() =>
        Read(
                Lasting("P1D")
                    .Replace(
                        "END:VEVENT",
                        "BEGIN:VALARM\nSUMMARY:Wake up\nDURATION:PT15M\nEND:VALARM\nEND:VEVENT",
                        StringComparison.Ordinal
                    )
            )
            .ShouldBe(["2027-03-10 Eid"]);

    [Fact]
    public void One_line_folded_over_thousands_of_lines_is_joined_once()
    {
        var folded = string.Concat(Enumerable.Repeat($"\n {new string('a', 200)}", 4900));
        var before = GC.GetAllocatedBytesForCurrentThread();
        HolidayList.Read(Lasting("P1D").Replace("Eid", $"Eid{folded}", StringComparison.Ordinal));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
    }

    private static string Lasting(string duration) =>
        $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270310\nDURATION:{duration}\nSUMMARY:Eid\nEND:VEVENT\nEND:VCALENDAR";

    [Fact]
    public void Business_days_in_India_and_in_Bangladesh_leave_out_weekend_and_holidays()
    {
        // Wednesday, 24 March 2027; the 26th is Independence Day in Bangladesh and a Friday, the 22nd was Holi in India.
        var from = new LocalDate(2027, 3, 24);
        Days("BD", new LocalDate(2027, 3, 28)).After(from, 1).ShouldBe(new LocalDate(2027, 3, 25));
        Days("BD", new LocalDate(2027, 3, 28)).After(from, 2).ShouldBe(new LocalDate(2027, 3, 29));
        Days("IN", new LocalDate(2027, 3, 26)).After(from, 2).ShouldBe(new LocalDate(2027, 3, 29));
        Days("IN").After(from, 2).ShouldBe(new LocalDate(2027, 3, 26));
    }

    [Fact]
    public void What_does_not_fit_is_refused_at_its_field_and_changes_nothing()
    {
        var organisation = Founded();
        var fine = new OrganisationChange("North", "plum", "", "", "Asia/Calcutta", "in");
        organisation
            .Change(fine with { Name = " " }, Actor.Rule, default)
            .Refusal!.Field.ShouldBe("name");
        organisation
            .Change(fine with { Accent = "yellow" }, Actor.Rule, default)
            .Refusal!.Field.ShouldBe("accent");
        organisation
            .Change(fine with { Accent = "3" }, Actor.Rule, default)
            .Refusal!.Field.ShouldBe("accent");
        organisation
            .Change(fine with { MailReplyTo = "nobody" }, Actor.Rule, default)
            .Refusal!.Field.ShouldBe("mailReplyTo");
        organisation
            .Change(fine with { HomeZone = "Mars/Base" }, Actor.Rule, default)
            .Refusal!.Field.ShouldBe("homeZone");
        organisation
            .Change(fine with { Country = "India" }, Actor.Rule, default)
            .Refusal!.Field.ShouldBe("country");
        organisation.Name.ShouldBe("Somewhere");
        organisation.Change(fine, Actor.Rule, default).Done.ShouldBeTrue();
        (
            organisation.Name,
            organisation.HomeZone,
            organisation.Country,
            organisation.Accent
        ).ShouldBe(("North", "Asia/Kolkata", "IN", "plum"));
    }

    private static Organisation Founded()
    {
        Organisation
            .Found(
                new OrganisationOutline("somewhere", "Somewhere"),
                Actor.Rule,
                default,
                out var organisation
            )
            .Done.ShouldBeTrue();
        return organisation!;
    }

    private static BusinessDays Days(string country, params LocalDate[] holidays) =>
        BusinessDays.Of(country, holidays.ToHashSet());

    private static IEnumerable<string> Read(string text)
    {
        var list = HolidayList.Read(text);
        list.Problems.ShouldBeEmpty();
        return list.Days.Select(day => $"{day.Day:uuuu-MM-dd} {day.Name}");
    }
}
