using System.Globalization;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using NodaTime;

namespace Banyan.Rules.Tests.Ui;

public sealed class DatePartsTests
{
    [Theory]
    [InlineData("6", "7", "2028")]
    [InlineData(" 06 ", "07", "2028")]
    [InlineData("৬", "৭", "২০২৮")]
    [InlineData("६", "७", "२०२८")]
    [InlineData("6", "july", "2028")]
    [InlineData("6", "Jul", "2028")]
    [InlineData("2028-07-06", null, null)]
    [InlineData(null, null, "2028-07-06")]
    public void The_sixth_of_July_is_understood_however_it_is_typed(
        string? day,
        string? month,
        string? year
    ) => new DateParts(day, month, year).Read().ShouldBe(new LocalDate(2028, 7, 6));

    [Theory]
    [InlineData("31", "2", "2028")]
    [InlineData("6", "13", "2028")]
    [InlineData("0", "7", "2028")]
    [InlineData("6", "7", "28")]
    [InlineData("6", "7", "99999")]
    [InlineData("-6", "7", "2028")]
    [InlineData("6", "", "2028")]
    [InlineData("6/7/2028", null, null)]
    [InlineData(null, null, null)]
    public void What_is_no_date_is_not_guessed(string? day, string? month, string? year) =>
        new DateParts(day, month, year).Read().ShouldBeNull();

    [Fact]
    public void A_date_shown_for_editing_reads_back_as_itself() =>
        DateParts.Of(new LocalDate(2028, 2, 29)).Read().ShouldBe(new LocalDate(2028, 2, 29));

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "tomorrow")]
    [InlineData(-1, "yesterday")]
    [InlineData(13, "13 days from now")]
    [InlineData(14, "2 weeks from now")]
    [InlineData(15, "2 weeks from now")]
    [InlineData(-30, "4 weeks ago")]
    [InlineData(594, "84 weeks from now")]
    [InlineData(800, "2 years from now")]
    public void A_distance_is_said_as_people_say_it(int days, string words)
    {
        var today = new LocalDate(2026, 11, 20);
        DayWords.Distance(today.PlusDays(days), today).ShouldBe(words);
    }

    [Fact]
    public void A_time_names_its_zone_and_a_zone_without_letters_names_its_offset()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var instant = Instant.FromUtc(2026, 11, 18, 13, 0);
        ZonedTime
            .Say(
                instant.InZone(DateTimeZoneProviders.Tzdb["Asia/Kolkata"]),
                instant + Duration.FromMinutes(150)
            )
            .ShouldBe("Wed 18 Nov 2026, 18:30–21:00 IST (Kolkata)");
        ZonedTime
            .Say(instant.InZone(DateTimeZoneProviders.Tzdb["Asia/Kathmandu"]))
            .ShouldBe("Wed 18 Nov 2026, 18:45 UTC+05:45 (Kathmandu)");
        ZonedTime.Say(instant.InUtc()).ShouldBe("Wed 18 Nov 2026, 13:00 UTC");
    }
}
