using System.Text;

namespace Banyan.Kernel.Text;

/// <param name="Line">Where it begins in the file, counted from 1; a row may go over several lines.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A table as it was read. Rows with nothing in them are left out.</summary>
/// <param name="UnclosedAt">The line of a quotation mark that nothing closes; what follows it could not be read.</param>
/// <param name="StrayAt">The first line on which something stands behind a closing quotation mark.</param>
/// <param name="TooMany">It has more rows than were asked for.</param>
public sealed record CsvTable(
    IReadOnlyList<CsvRow> Rows,
    int? UnclosedAt,
    int? StrayAt,
    bool TooMany
);

/// <summary>Reads what RFC 4180 describes, with LF, CR or CRLF, and with another separator than the comma.</summary>
public static class CsvReader
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public static CsvTable Read(string text, char separator, int mostRows)
    {
        var reading = new Reading(text, separator);
        var rows = new List<CsvRow>();
        while (reading.Next() is { } row)
        {
            if (row.Cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (rows.Count == mostRows)
                return new CsvTable(rows, null, reading.StrayAt, true);
            rows.Add(row);
        }
        return new CsvTable(rows, reading.UnclosedAt, reading.StrayAt, false);
    }

    /// <summary>The separator that makes most cells of the first row; the comma where none makes more.</summary>
    public static char SeparatorOf(string text) =>
        Separators.MaxBy(separator =>
            new Reading(text, separator).Next() is { } first ? first.Cells.Count : 0
        );

    private sealed class Reading(string text, char separator)
    {
        private readonly StringBuilder cell = new();
        private int at;
        private int line = 1;

        public int? UnclosedAt { get; private set; }
        public int? StrayAt { get; private set; }

        /// <summary>Null at the end, or where a quotation mark is never closed.</summary>
        public CsvRow? Next()
        {
            if (at >= text.Length || UnclosedAt is not null)
                return null;
            var cells = new List<string>();
            var begins = line;
            while (true)
            {
                cells.Add(at < text.Length && text[at] == '"' ? Quoted() : Plain());
                if (UnclosedAt is not null)
                    return null;
                if (at >= text.Length)
                    return new CsvRow(begins, cells);
                if (text[at] == separator)
                {
                    at++;
                    continue;
                }
                EndLine();
                return new CsvRow(begins, cells);
            }
        }

        private string Plain()
        {
            var begin = at;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
                at++;
            return text[begin..at];
        }

        private string Quoted()
        {
            var opened = line;
            cell.Clear();
            at++;
            while (at < text.Length)
            {
                if (text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append('"');
                    at += 2;
                }
                else if (text[at] == '"')
                {
                    at++;
                    var behind = Plain();
                    if (behind.Trim().Length > 0)
                    {
                        StrayAt ??= line;
                        cell.Append(behind);
                    }
                    return cell.ToString();
                }
                else if (text[at] is '\r' or '\n')
                {
                    EndLine();
                    cell.Append('\n');
                }
                else
                {
                    cell.Append(text[at++]);
                }
            }
            UnclosedAt = opened;
            return "";
        }

        private void EndLine()
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            line++;
        }
    }
}
