using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>A file that was read as a table with a header, or why it was not.</summary>
internal sealed record PastFile(CsvTable Table, FileSurvey Survey)
{
    /// <summary>Bytes of a file at most.</summary>
    public const int LargestFile = 20 * 1000 * 1000;
    public const int MostRows = 50_000;
    public const int MostColumns = 200;

    /// <param name="mend">Null: not said yet; nothing is mended then.</param>
    public static (PastFile? File, Refusal? Refusal) Read(
        byte[] bytes,
        TextEncoding? encoding,
        string? separator,
        bool? mend
    )
    {
        var decoded = TextBytes.Decode(bytes, encoding);
        if (decoded.Text.Contains('\0', StringComparison.Ordinal))
            return (null, ImportRefusals.NoText);
        var part = separator is { Length: 1 } ? separator[0] : CsvReader.SeparatorOf(decoded.Text);
        // The header is a row of the table, too.
        var table = CsvReader.Read(decoded.Text, part, MostRows + 1);
        if (table.UnclosedAt is { } opened)
            return (null, ImportRefusals.Unclosed(opened));
        if (table.StrayAt is { } stray)
            return (null, ImportRefusals.Stray(stray));
        if (table.TooMany)
            return (null, ImportRefusals.TooManyRows(MostRows));
        if (table.Rows.Count < 2)
            return (null, ImportRefusals.NoRows);
        if (table.Rows[0].Cells.Count > MostColumns)
            return (null, ImportRefusals.TooManyColumns(MostColumns));
        var garbled = Garbled(table);
        if (mend == true)
            table = table with
            {
                Rows =
                [
                    .. table.Rows.Select(row =>
                        row with
                        {
                            Cells = [.. row.Cells.Select(cell => TextBytes.Mended(cell) ?? cell)],
                        }
                    ),
                ],
            };
        table = table with
        {
            Rows =
            [
                .. table.Rows.Select(row =>
                    row with
                    {
                        Cells = [.. row.Cells.Select(cell => Typed.Clean(cell).Trim())],
                    }
                ),
            ],
        };
        return (new PastFile(table, FileSurvey.Of(table, decoded, part, garbled)), null);
    }

    private static GarbledText? Garbled(CsvTable table)
    {
        GarbledText? first = null;
        foreach (var row in table.Rows)
        foreach (var cell in row.Cells)
        {
            if (TextBytes.Mended(cell) is not { } after)
                continue;
            first = first is null
                ? new GarbledText(row.Line, Cut(cell), Cut(after), 1)
                : first with
                {
                    Cells = first.Cells + 1,
                };
        }
        return first;
    }

    private static string Cut(string cell) =>
        cell.Length > FileSurvey.LongestSample ? cell[..FileSurvey.LongestSample] + "…" : cell;
}

internal static class FileRow
{
    /// <summary>What stands in a row under a column; empty where the row ends before it.</summary>
    public static string Cell(CsvRow row, int place) =>
        place < row.Cells.Count ? row.Cells[place] : "";
}
