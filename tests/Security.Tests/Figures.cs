using System.Globalization;
using Banyan.Testing;

[assembly: AssemblyFixture(typeof(Banyan.Security.Tests.Figures))]

namespace Banyan.Security.Tests;

/// <summary>What was really asked of every endpoint, as a table at the end of the run and in artifacts/security.txt.</summary>
public sealed class Figures : IDisposable
{
    private static readonly List<(string Goal, string Seen)> Rows = [];

    /// <param name="goal">S1 to S10, as docs/security-tests.md counts the promises.</param>
    public static void Add(string goal, FormattableString seen)
    {
        lock (Rows)
            Rows.Add((goal, seen.ToString(CultureInfo.InvariantCulture)));
    }

    public void Dispose()
    {
        var table = string.Join(
            '\n',
            Rows.Select(row => $"{row.Goal, -4} {row.Seen}").Order(StringComparer.Ordinal)
        );
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
        File.WriteAllText(Path.Combine(folder.FullName, "security.txt"), table + "\n");
    }
}
