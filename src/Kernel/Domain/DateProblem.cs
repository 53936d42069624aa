using System.Globalization;
using NodaTime;

namespace Banyan.Kernel.Domain;

public enum DateProblemKind
{
    Missing,
    NotReadable,
    NoSuchMonth,
    NoSuchDay,
    YearOutOfRange,
    Ambiguous,
}

[Flags]
public enum DateFields
{
    None = 0,
    Day = 1,
    Month = 2,
    Year = 4,
    All = Day | Month | Year,
}

/// <summary>Why a typed date was not taken, and at which fields to say so.</summary>
public sealed record DateProblem(DateProblemKind Kind, DateFields Fields)
{
    /// <summary>Both readings of an ambiguous date, the day first; else empty.</summary>
    public IReadOnlyList<LocalDate> Readings { get; init; } = [];

    /// <summary>How many days <see cref="Month"/> has, where there is no such day; else 0.</summary>
    public int DaysInMonth { get; init; }

    /// <summary>The first day of the month in which there is no such day.</summary>
    public LocalDate? Month { get; init; }

    public string Sentence(CultureInfo culture) =>
        Kind switch
        {
            DateProblemKind.Missing when Fields == DateFields.All => Texts.DateMissing,
            DateProblemKind.Missing => Fill(culture, Texts.DatePartMissing, Names(Fields)),
            DateProblemKind.NotReadable when Fields == DateFields.All => Texts.DateNotReadable,
            DateProblemKind.NotReadable => Fill(culture, Texts.DatePartNotReadable, Names(Fields)),
            DateProblemKind.NoSuchMonth => Texts.DateNoSuchMonth,
            DateProblemKind.NoSuchDay => Fill(
                culture,
                Texts.DateNoSuchDay,
                Month?.ToString("MMMM yyyy", culture) ?? "",
                DaysInMonth
            ),
            DateProblemKind.YearOutOfRange => Fill(
                culture,
                Texts.DateYearOutOfRange,
                TypedDate.FirstYear,
                TypedDate.LastYear
            ),
            DateProblemKind.Ambiguous => Fill(
                culture,
                Texts.DateAmbiguous,
                Readings[0].ToString("d MMMM yyyy", culture),
                Readings[1].ToString("d MMMM yyyy", culture)
            ),
        };

    private static string Names(DateFields fields)
    {
        var names = new List<string>();
        if (fields.HasFlag(DateFields.Day))
            names.Add(Texts.DateDay);
        if (fields.HasFlag(DateFields.Month))
            names.Add(Texts.DateMonth);
        if (fields.HasFlag(DateFields.Year))
            names.Add(Texts.DateYear);
        return string.Join(Texts.DateAnd, names);
    }

    private static string Fill(CultureInfo culture, string text, params object[] values) =>
        string.Format(culture, text, values);
}
