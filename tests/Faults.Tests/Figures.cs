using System.Globalization;
using Banyan.Testing;

[assembly: AssemblyFixture(typeof(Banyan.Faults.Tests.Figures))]
// Each scenario wants the machine for itself, and says how long things took.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Banyan.Faults.Tests;

/// <summary>What was really done, as a table at the end of the run and in artifacts/faults.txt.</summary>
public sealed class Figures : IDisposable
{
    private static readonly List<(string Goal, string Seen)> Rows = [];

    /// <param name="goal">R1 to R9, as docs/reliability.md counts the promises.</param>
    public static void Add(string goal, FormattableString seen)
    {
        lock (Rows)
            Rows.Add((goal, seen.ToString(CultureInfo.InvariantCulture)));
    }

    public void Dispose()
    {
        var table = string.Join(
            '\n',
            Rows.OrderBy(row => row.Goal, StringComparer.Ordinal)
                .Select(row => $"{row.Goal, -4} {row.Seen}")
        );
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
        File.WriteAllText(Path.Combine(folder.FullName, "faults.txt"), table + "\n");
    }
}
