using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Kernel;

public sealed class BusinessDaysTests
{
    // Thursday, 7 February 2030.
    private static readonly LocalDate Thursday = new(2030, 2, 7);

    [Theory]
    [InlineData("US", 1, "2030-02-08")]
    [InlineData("US", 2, "2030-02-11")]
    [InlineData("US", 10, "2030-02-21")]
    [InlineData("IN", 10, "2030-02-21")]
    [InlineData("BD", 1, "2030-02-10")]
    [InlineData("BD", 10, "2030-02-21")]
    [InlineData(null, 2, "2030-02-11")]
    [InlineData("US", 0, "2030-02-07")]
    public void The_weekend_of_the_country_is_left_out(string? country, int days, string last) =>
        BusinessDays.Of(country).After(Thursday, days).ToString("uuuu-MM-dd", null).ShouldBe(last);

    [Fact]
    public void Holidays_are_left_out_too()
    {
        var days = BusinessDays.Of("IN", new HashSet<LocalDate> { new(2030, 2, 8) });
        days.IsBusinessDay(new LocalDate(2030, 2, 8)).ShouldBeFalse();
        days.After(Thursday, 1).ShouldBe(new LocalDate(2030, 2, 11));
    }

    [Fact]
    public void A_count_begins_on_the_day_after_even_from_a_weekend() =>
        BusinessDays
            .Of("US")
            .After(new LocalDate(2030, 2, 9), 1)
            .ShouldBe(new LocalDate(2030, 2, 11));
}
