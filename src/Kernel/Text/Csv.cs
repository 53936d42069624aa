using System.Text;

namespace Banyan.Kernel.Text;

/// <summary>Tables to take away, as RFC 4180 writes them.</summary>
public static class Csv
{
    // Spreadsheets of East Asia read the full-width signs as the narrow ones.
    private const string FormulaSigns = "=+-@\t\r\n＝＋－＠";

    /// <summary>One line. What a spreadsheet would take for a formula begins with an apostrophe: cells are typed by people.</summary>
    public static void Add(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (var place = 0; place < cells.Length; place++)
        {
            var cell = cells[place];
            if (cell.Length > 0 && FormulaSigns.Contains(cell[0], StringComparison.Ordinal))
                cell = $"'{cell}";
            text.Append(place == 0 ? "\"" : ",\"")
                .Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal))
                .Append('"');
        }
        text.Append("\r\n");
    }
}
