using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Rules.Tests.Kernel;

public sealed class TypedDateTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly LocalDate June7 = new(2028, 6, 7);

    [Theory]
    [InlineData("7", "6", "2028")]
    [InlineData("07", "06", "2028")]
    [InlineData(" 7 ", "June", "2028 ")]
    [InlineData("7th", "jun", "2028")]
    [InlineData("7", "JUNE", "2028")]
    [InlineData("৭", "৬", "২০২৮")]
    [InlineData("७", "६", "२०२८")]
    [InlineData("2028-06-07", null, null)]
    [InlineData("", "2028-06-07", "")]
    [InlineData(null, null, "2028-06-07")]
    [InlineData("২০২৮-০৬-০৭", null, null)]
    [InlineData("2028-06-07T09:30", null, null)]
    [InlineData("2028/6/7", null, null)]
    [InlineData("7 June 2028", null, null)]
    [InlineData("7th June, 2028", null, null)]
    [InlineData("June 7, 2028", null, null)]
    [InlineData("Wed 7 Jun. 2028", null, null)]
    [InlineData("Wednesday, 7 June 2028", null, null)]
    [InlineData("2028 June 7", null, null)]
    public void The_seventh_of_June_is_read_in_many_spellings(
        string? day,
        string? month,
        string? year
    )
    {
        TypedDate.TryRead(day, month, year, out var date, out var problem).ShouldBeTrue();
        problem.ShouldBeNull();
        date.ShouldBe(June7);
    }

    [Theory]
    [InlineData("6/7/2028")]
    [InlineData("6-7-2028")]
    [InlineData("6.7.2028")]
    [InlineData("06 07 2028")]
    [InlineData("৬/৭/২০২৮")]
    public void A_date_with_two_readings_is_never_guessed(string text)
    {
        TypedDate.TryRead(text, out _, out var problem).ShouldBeFalse();
        problem!.Kind.ShouldBe(DateProblemKind.Ambiguous);
        problem.Fields.ShouldBe(DateFields.Day | DateFields.Month);
        problem.Readings.ShouldBe([new LocalDate(2028, 7, 6), June7]);
        problem
            .Sentence(English)
            .ShouldBe("This can be 6 July 2028 or 7 June 2028. Choose which one you mean.");
    }

    [Theory]
    [InlineData("25/12/2028", 12, 25)]
    [InlineData("12/25/2028", 12, 25)]
    [InlineData("6/6/2028", 6, 6)]
    [InlineData("13.1.2028", 1, 13)]
    public void A_date_with_one_possible_reading_is_read(string text, int month, int day)
    {
        TypedDate.TryRead(text, out var date, out _).ShouldBeTrue();
        date.ShouldBe(new LocalDate(2028, month, day));
    }

    [Asvs("V2.2.3")]
    [Theory]
    [InlineData(
        "",
        "",
        "",
        DateProblemKind.Missing,
        DateFields.All,
        "Give the date: day, month and year."
    )]
    [InlineData(
        null,
        "6",
        "2028",
        DateProblemKind.Missing,
        DateFields.Day,
        "Missing from the date: day."
    )]
    [InlineData(
        "7",
        "",
        "",
        DateProblemKind.Missing,
        DateFields.Month | DateFields.Year,
        "Missing from the date: month and year."
    )]
    [InlineData(
        "31",
        "2",
        "2028",
        DateProblemKind.NoSuchDay,
        DateFields.Day,
        "February 2028 has 29 days. Check the day."
    )]
    [InlineData(
        "30",
        "February",
        "2027",
        DateProblemKind.NoSuchDay,
        DateFields.Day,
        "February 2027 has 28 days. Check the day."
    )]
    [InlineData(
        "0",
        "6",
        "2028",
        DateProblemKind.NoSuchDay,
        DateFields.Day,
        "June 2028 has 30 days. Check the day."
    )]
    [InlineData(
        "2/30/2028",
        null,
        null,
        DateProblemKind.NoSuchDay,
        DateFields.Day,
        "February 2028 has 29 days. Check the day."
    )]
    [InlineData(
        "30/2/2028",
        null,
        null,
        DateProblemKind.NoSuchDay,
        DateFields.Day,
        "February 2028 has 29 days. Check the day."
    )]
    [InlineData("7", "13", "2028", DateProblemKind.NoSuchMonth, DateFields.Month, null)]
    [InlineData(
        "7",
        "6",
        "28",
        DateProblemKind.YearOutOfRange,
        DateFields.Year,
        "Write the year with four digits, between 1990 and 2100."
    )]
    [InlineData("7", "6", "1989", DateProblemKind.YearOutOfRange, DateFields.Year, null)]
    [InlineData("7", "6", "2101", DateProblemKind.YearOutOfRange, DateFields.Year, null)]
    [InlineData("7", "6", "20288", DateProblemKind.YearOutOfRange, DateFields.Year, null)]
    [InlineData("seven", "6", "2028", DateProblemKind.NotReadable, DateFields.Day, null)]
    [InlineData("7", "ju", "2028", DateProblemKind.NotReadable, DateFields.Month, null)]
    [InlineData("x", "y", "z", DateProblemKind.NotReadable, DateFields.All, null)]
    [InlineData("-7", "6", "2028", DateProblemKind.NotReadable, DateFields.Day, null)]
    [InlineData(
        "7",
        "6",
        "99999999999999999999",
        DateProblemKind.NotReadable,
        DateFields.Year,
        null
    )]
    [InlineData(
        "some time next June",
        null,
        null,
        DateProblemKind.NotReadable,
        DateFields.All,
        null
    )]
    public void Each_problem_names_its_fields(
        string? day,
        string? month,
        string? year,
        DateProblemKind kind,
        DateFields fields,
        string? sentence
    )
    {
        TypedDate.TryRead(day, month, year, out _, out var problem).ShouldBeFalse();
        (problem!.Kind, problem.Fields).ShouldBe((kind, fields));
        problem.Sentence(English).ShouldBe(sentence ?? problem.Sentence(English));
        problem.Sentence(English).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("2028-06-07", "Wednesday 7 June 2028, 11 weeks from now")]
    [InlineData("2028-03-22", "Wednesday 22 March 2028, today")]
    [InlineData("2028-03-23", "Thursday 23 March 2028, tomorrow")]
    [InlineData("2028-03-21", "Tuesday 21 March 2028, yesterday")]
    [InlineData("2028-03-24", "Friday 24 March 2028, 2 days from now")]
    [InlineData("2028-04-04", "Tuesday 4 April 2028, 13 days from now")]
    [InlineData("2028-04-05", "Wednesday 5 April 2028, 2 weeks from now")]
    [InlineData("2028-03-09", "Thursday 9 March 2028, 13 days ago")]
    [InlineData("2028-03-08", "Wednesday 8 March 2028, 2 weeks ago")]
    [InlineData("2030-03-21", "Thursday 21 March 2030, 104 weeks from now")]
    [InlineData("2030-03-22", "Friday 22 March 2030, 2 years from now")]
    [InlineData("2025-03-22", "Saturday 22 March 2025, 3 years ago")]
    public void A_date_is_said_back_in_words(string typed, string words)
    {
        TypedDate.TryRead(typed, out var date, out _).ShouldBeTrue();
        DateInWords.InWords(date, new LocalDate(2028, 3, 22), English).ShouldBe(words);
    }

    [Theory]
    [InlineData("en", 1, "1 day")]
    [InlineData("en", 0, "0 days")]
    [InlineData("en", 2, "2 days")]
    [InlineData("bn", 0, "0 day")]
    [InlineData("fr", 1, "1 day")]
    public void Numbers_choose_the_form_of_their_language(
        string language,
        int count,
        string expected
    ) =>
        Plural
            .Of(count, "{0} day", "{0} days", CultureInfo.GetCultureInfo(language))
            .ShouldBe(expected);
}
