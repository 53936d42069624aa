using Banyan.Kernel.Text;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>What was found in a file before anybody said what its columns mean.</summary>
/// <param name="Rows">Without the header.</param>
internal sealed record FileSurvey(
    TextEncoding Encoding,
    bool EncodingCertain,
    string Separator,
    int Rows,
    IReadOnlyList<SurveyedColumn> Columns,
    GarbledText? Garbled
)
{
    public const int MostSamples = 3;
    public const int LongestSample = 120;

    /// <summary>More different values than these are free text, not words to choose from.</summary>
    public const int MostValues = 40;

    public static FileSurvey Of(
        CsvTable table,
        DecodedText decoded,
        char separator,
        GarbledText? garbled
    )
    {
        var header = table.Rows[0].Cells;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = new List<SurveyedColumn>();
        for (var place = 0; place < header.Count; place++)
        {
            var name = Typed.OneLine(header[place]);
            seen[name] = seen.GetValueOrDefault(name) + 1;
            columns.Add(SurveyedColumn.Of(name, seen[name], place, table));
        }
        return new FileSurvey(
            decoded.Encoding,
            decoded.Certain,
            separator.ToString(),
            table.Rows.Count - 1,
            columns,
            garbled
        );
    }
}

/// <summary>Text that looks as if UTF-8 was once taken for Windows-1252.</summary>
/// <param name="Cells">How many cells look so.</param>
internal sealed record GarbledText(int Line, string Before, string After, int Cells);

/// <param name="Nth">Which of the columns with this header, counted from 1.</param>
/// <param name="Values">Each different value with how often it stands there; empty where there are too many to ask about.</param>
/// <param name="Dates">How its dates are written; null where it holds none.</param>
internal sealed record SurveyedColumn(
    string Header,
    int Nth,
    int Filled,
    IReadOnlyList<string> Samples,
    IReadOnlyList<SurveyedValue> Values,
    SurveyedDates? Dates
)
{
    public bool Is(ColumnMap map) => map.Column == Header && map.Place == Nth;

    public static SurveyedColumn Of(string header, int nth, int place, CsvTable table)
    {
        var samples = new List<string>();
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        var dates = new List<(int Line, string Cell, ColumnDate Date)>();
        var filled = 0;
        foreach (var row in table.Rows.Skip(1))
        {
            var cell = FileRow.Cell(row, place);
            if (cell.Length == 0)
                continue;
            filled++;
            if (samples.Count < FileSurvey.MostSamples && !samples.Contains(Cut(cell)))
                samples.Add(Cut(cell));
            if (values.Count <= FileSurvey.MostValues && cell.Length <= FileSurvey.LongestSample)
                values[cell] = values.GetValueOrDefault(cell) + 1;
            if (cell.Length < 60 && ColumnDates.Of(cell) is { IsDate: true } date)
                dates.Add((row.Line, cell, date));
        }
        var few =
            values.Count <= FileSurvey.MostValues && values.Values.Sum() == filled
                ? values
                    .OrderByDescending(value => value.Value)
                    .ThenBy(value => value.Key, StringComparer.Ordinal)
                    .Select(value => new SurveyedValue(value.Key, value.Value))
                : [];
        // A column of dates may hold a few that cannot be read; those are named in the dry run.
        return new SurveyedColumn(
            header,
            nth,
            filled,
            samples,
            [.. few],
            dates.Count * 2 > filled ? SurveyedDates.Of(dates) : null
        );
    }

    private static string Cut(string cell)
    {
        var line = Typed.OneLine(cell);
        return line.Length > FileSurvey.LongestSample
            ? line[..FileSurvey.LongestSample] + "…"
            : line;
    }
}

internal sealed record SurveyedValue(string Value, int Times);

/// <param name="Order">What the values themselves say; null where they say nothing, or both.</param>
/// <param name="Because">A value that decides it, with its line.</param>
/// <param name="Ambiguous">One with two readings, with its line; null where there is none.</param>
internal sealed record SurveyedDates(
    DayOrder? Order,
    SurveyedDate? Because,
    SurveyedDate? Ambiguous
)
{
    /// <summary>Somebody has to say it.</summary>
    public bool IsOpen => Order is null && Ambiguous is not null;

    public static SurveyedDates Of(IReadOnlyList<(int Line, string Cell, ColumnDate Date)> dates)
    {
        var order = ColumnDates.OrderOf(dates.Select(each => each.Date));
        return new SurveyedDates(
            order,
            order is null ? null : First(dates, date => date.Decides is not null),
            First(dates, date => date.IsAmbiguous)
        );
    }

    private static SurveyedDate? First(
        IReadOnlyList<(int Line, string Cell, ColumnDate Date)> dates,
        Func<ColumnDate, bool> wanted
    )
    {
        foreach (var (line, cell, date) in dates)
            if (wanted(date))
                return new SurveyedDate(line, cell);
        return null;
    }
}

internal sealed record SurveyedDate(int Line, string Cell);
