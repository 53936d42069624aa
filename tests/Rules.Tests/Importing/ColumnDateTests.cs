using System.Globalization;
using Banyan.Partnering.Importing.Domain;

namespace Banyan.Rules.Tests.Importing;

public sealed class ColumnDateTests
{
    [Theory]
    [InlineData("2024/03/05 3:04:05 PM GMT+1", "2024-03-05", "2024-03-05")]
    [InlineData("2024-03-05T12:00:00Z", "2024-03-05", "2024-03-05")]
    [InlineData("2024-03-05T12:00:00.123+05:30", "2024-03-05", "2024-03-05")]
    [InlineData("3/5/2024 15:04:05", "2024-05-03", "2024-03-05")]
    [InlineData("3/5/2024, 3:04 pm", "2024-05-03", "2024-03-05")]
    [InlineData("25.3.2024", "2024-03-25", null)]
    [InlineData("3/25/2024", null, "2024-03-25")]
    [InlineData("3/3/2024", "2024-03-03", "2024-03-03")]
    [InlineData("৬/৭/২০২৮", "2028-07-06", "2028-06-07")]
    [InlineData("5 March 2024 at 10:12", "2024-03-05", "2024-03-05")]
    [InlineData("Tuesday, March 5, 2024", "2024-03-05", "2024-03-05")]
    [InlineData("31/2/2024", null, null)]
    [InlineData("05/03/24", null, null)]
    [InlineData("soon", null, null)]
    [InlineData("12", null, null)]
    public void A_cell_is_read_both_ways(string cell, string? dayFirst, string? monthFirst)
    {
        var date = ColumnDates.Of(cell);
        Iso(date.DayFirst).ShouldBe(dayFirst);
        Iso(date.MonthFirst).ShouldBe(monthFirst);
        (date.Problem is null).ShouldBe(date.IsDate);
    }

    [Theory]
    [InlineData("6/7/2028 3/3/2028", null)]
    [InlineData("6/7/2028 25/3/2028", DayOrder.DayFirst)]
    [InlineData("6/7/2028 3/25/2028", DayOrder.MonthFirst)]
    [InlineData("25/3/2028 3/25/2028", null)]
    [InlineData("2028-06-07", null)]
    public void A_column_has_an_order_where_its_values_agree_on_one(string cells, object? order) =>
        ColumnDates.OrderOf(cells.Split(' ').Select(ColumnDates.Of)).ShouldBe((DayOrder?)order);

    [Fact]
    public void A_date_with_two_readings_is_read_only_in_an_order()
    {
        var date = ColumnDates.Of("6/7/2028");
        date.Read(null).ShouldBeNull();
        Iso(date.Read(DayOrder.DayFirst)).ShouldBe("2028-07-06");
        Iso(date.Read(DayOrder.MonthFirst)).ShouldBe("2028-06-07");
        ColumnDates.Of("25/3/2028").Read(DayOrder.MonthFirst).ShouldBeNull();
    }

    private static string? Iso(NodaTime.LocalDate? day) =>
        day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
