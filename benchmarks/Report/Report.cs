using System.Globalization;
using System.Text;
using Banyan.Testing;

namespace Banyan.Benchmarks.Report;

/// <summary>All that one run has to say.</summary>
internal sealed class Report(
    IReadOnlyList<string> machine,
    IReadOnlyList<Row> rows,
    IReadOnlyList<Figure> figures
)
{
    private const string Begins = "<!-- written by ./bench --write: begin -->";
    private const string Ends = "<!-- end -->";

    public bool IsMet => rows.All(row => row.IsMet) && figures.All(figure => figure.IsMet);

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var line in machine)
                text.Append("- ").AppendLine(line);
            text.AppendLine().Append(Table.Of(rows));
            if (figures.Count > 0)
                text.AppendLine().Append(FigureTable());
            var goals = rows.Count(row => row.HasGoal) + figures.Count;
            var met =
                rows.Count(row => row is { HasGoal: true, IsMet: true })
                + figures.Count(figure => figure.IsMet);
            return text.AppendLine()
                .AppendLine(CultureInfo.InvariantCulture, $"{met} of {goals} goals are met.")
                .ToString();
        }
    }

    /// <summary>Puts it into the page, in the place of what stood there.</summary>
    public void Keep()
    {
        var page = Path.Combine(Repository.Root, "docs", "benchmarks.md");
        var text = File.ReadAllText(page);
        var (from, to) = (
            text.IndexOf(Begins, StringComparison.Ordinal) + Begins.Length,
            text.IndexOf(Ends, StringComparison.Ordinal)
        );
        File.WriteAllText(page, $"{text[..from]}\n\n{Text}\n{text[to..]}");
    }

    private string FigureTable()
    {
        var text = new StringBuilder();
        text.AppendLine("| process | database | measured | goal | |")
            .AppendLine("|---|---|--:|--:|---|");
        foreach (var figure in figures)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {figure.Operation} | {figure.Database} | {Written.Number(figure.Value)} {figure.Unit} | {Written.Number(figure.Goal)} {figure.Unit} | {figure.Verdict} |"
            );
        return text.ToString();
    }
}
