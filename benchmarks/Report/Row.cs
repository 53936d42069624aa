using System.Globalization;

namespace Banyan.Benchmarks.Report;

/// <summary>What an operation has to reach: so many times slower than the ceiling at most, and so many milliseconds for 99 of 100.</summary>
internal sealed record Goal(double? Ratio = null, double? P99 = null)
{
    public static readonly Goal None = new();
}

/// <summary>One line of the table.</summary>
internal sealed record Row
{
    public required string Operation { get; init; }
    public required string Database { get; init; }
    public Goal Goal { get; init; } = Goal.None;

    /// <summary>How many times slower than the ceiling.</summary>
    public double? Ratio { get; init; }
    public double? P50 { get; init; }
    public double? P99 { get; init; }
    public double? PerSecond { get; init; }
    public int? Statements { get; init; }

    /// <summary>How many times as many bare commits the same database takes in the same time.</summary>
    public double? Commits { get; init; }

    /// <summary>Answers that were none: other statuses, and connections that broke.</summary>
    public int Wrong { get; init; }
    public string? FirstWrong { get; init; }

    public bool HasGoal => Goal != Goal.None;

    public bool IsMet => Wrong == 0 && Factor(Ratio, Goal.Ratio) <= 1 && Factor(P99, Goal.P99) <= 1;

    public string Verdict
    {
        get
        {
            if (Wrong > 0)
                return $"not counted: {Wrong.ToString(CultureInfo.InvariantCulture)} wrong answers ({FirstWrong})";
            if (!HasGoal)
                return "";
            if (IsMet)
                return "met";
            var missed = new List<string>();
            if (Factor(Ratio, Goal.Ratio) is > 1 and var slow)
                missed.Add(Written.Number(slow));
            if (Factor(P99, Goal.P99) is > 1 and var late)
                missed.Add($"{Written.Number(late)} in p99");
            return $"missed by {string.Join(", ", missed)}";
        }
    }

    public static Row Of(string operation, string database, Load.Lap lap, Goal goal) =>
        new()
        {
            Operation = operation,
            Database = database,
            Goal = goal,
            Ratio = lap.Ratio,
            P50 = lap.Target.Milliseconds(0.5),
            P99 = lap.Target.Milliseconds(0.99),
            PerSecond = lap.Target.PerSecond,
            Wrong = lap.Target.Wrong.Count,
            FirstWrong = lap.Target.Wrong.FirstOrDefault(),
        };

    // Without a figure there is nothing that could be met.
    private static double Factor(double? measured, double? goal) =>
        goal is not { } limit ? 0
        : measured is { } figure && double.IsFinite(figure) ? figure / limit
        : double.PositiveInfinity;
}

/// <summary>Figures with two or three digits that mean something.</summary>
internal static class Written
{
    public static string Number(double? value) =>
        value switch
        {
            null => "",
            { } figure when !double.IsFinite(figure) => "?",
            >= 100 => value.Value.ToString("N0", CultureInfo.InvariantCulture),
            >= 10 => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
            _ => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
        };
}
