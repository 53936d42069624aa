using System.Globalization;
using Banyan.Security.Tests.Egress.Inside;
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

    private static string File =>
        Path.Combine(
            Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts")).FullName,
            "security.txt"
        );

    public Figures()
    {
        // Tests in a network of their own are a run within the run; what they say stays.
        if (!OwnNetwork.IsHere)
            System.IO.File.Delete(File);
    }

    public void Dispose()
    {
        var rows = Rows.Select(row => $"{row.Goal, -4} {row.Seen}");
        if (System.IO.File.Exists(File))
            rows = rows.Concat(System.IO.File.ReadAllLines(File));
        System.IO.File.WriteAllLines(File, [.. rows.Order(StringComparer.Ordinal)]);
    }
}
