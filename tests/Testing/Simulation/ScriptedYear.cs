using System.Globalization;
using System.Text;
using Banyan.Testing.Databases;
using NodaTime;

namespace Banyan.Testing.Simulation;

/// <summary>A year of made-up applications to the foundation's program on a virtual clock, and where an independent model says that each has to end.</summary>
public static class ScriptedYear
{
    private static readonly Instant Begins = Instant.FromUtc(2027, 1, 4, 0, 0);

    public static async Task<YearReport> RunAsync(DatabaseKind database, int cases, int seed)
    {
        var scripts = Enumerable
            .Range(1, cases)
            .Select(number => Script.Make(number, seed))
            .ToList();
        await using var year = await YearOfWork.StartAsync(database, scripts, Begins);
        await year.PlayAsync();
        var ends = await year.EndsAsync();
        var rows = scripts
            .Select(script =>
            {
                var model = CaseModel.Play(script, Begins);
                var (state, board) = ends[script.Number];
                return new YearRow(script.Number, state, board, model.State, model.BoardAsked);
            })
            .ToList();
        return new YearReport(database, seed, rows);
    }
}

/// <summary>Where one case ended, and where the model says that it has to.</summary>
public sealed record YearRow(int Case, string State, bool Board, string ModelState, bool ModelBoard)
{
    public bool Agrees => (State, Board) == (ModelState, ModelBoard);
}

public sealed record YearReport(DatabaseKind Database, int Seed, IReadOnlyList<YearRow> Rows)
{
    public IReadOnlyList<YearRow> Differing => [.. Rows.Where(row => !row.Agrees)];

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Rows.Count} applications on {Database}, seed {Seed}"
        );
        foreach (
            var group in Rows.GroupBy(row => (row.State, row.Board))
                .OrderByDescending(group => group.Count())
        )
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {group.Count(), 4}  {group.Key.State}{(group.Key.Board ? ", by way of the board" : "")}"
            );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"  {Rows.Count - Differing.Count} of {Rows.Count} end where the independent model says."
        );
        foreach (var row in Differing)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  case {row.Case}: {row.State} (board {row.Board}), the model says {row.ModelState} (board {row.ModelBoard})"
            );
        return text.ToString();
    }
}
