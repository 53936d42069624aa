using System.Globalization;
using System.Text;

namespace Banyan.Benchmarks.Report;

/// <summary>The rows as a table of Markdown, padded so that it reads as well in a terminal.</summary>
internal static class Table
{
    private static readonly string[] s_head =
    [
        "operation",
        "database",
        "x R",
        "goal",
        "p50 ms",
        "p99 ms",
        "goal",
        "a second",
        "SQL",
        "x commit",
        "",
    ];

    public static string Of(IReadOnlyList<Row> rows)
    {
        var cells = rows.Select(Cells).Prepend(s_head).ToList();
        var widths = s_head.Select((_, column) => cells.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var (number, row) in cells.Index())
        {
            text.AppendLine(Line(row, widths));
            if (number == 0)
                text.AppendLine(
                    Line(
                        [
                            .. widths.Select(
                                (width, column) =>
                                    IsFigure(column)
                                        ? new string('-', Math.Max(1, width - 1)) + ":"
                                        : new string('-', Math.Max(3, width))
                            ),
                        ],
                        widths
                    )
                );
        }
        return text.ToString();
    }

    private static string[] Cells(Row row) =>
        [
            row.Operation,
            row.Database,
            Written.Number(row.Ratio),
            Written.Number(row.Goal.Ratio),
            Written.Number(row.P50),
            Written.Number(row.P99),
            Written.Number(row.Goal.P99),
            row.PerSecond is { } rate ? rate.ToString("N0", CultureInfo.InvariantCulture) : "",
            row.Statements?.ToString(CultureInfo.InvariantCulture) ?? "",
            Written.Number(row.Commits),
            row.Verdict,
        ];

    private static string Line(string[] cells, List<int> widths) =>
        "| "
        + string.Join(
            " | ",
            cells.Select(
                (cell, column) =>
                    IsFigure(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])
            )
        )
        + " |";

    private static bool IsFigure(int column) => column is >= 2 and <= 9;
}
