using System.Globalization;
using System.Reflection;

namespace Banyan.Testing;

/// <summary>What was really done, a line each in artifacts/faults.txt or security.txt, written when it is known: a run that is cut short has its figures.</summary>
public static class Figures
{
    private static readonly Lock s_one = new();

    // Banyan.Faults.Tests writes faults.txt. A run within the run, in a network of its own, is the same program and adds to the same file.
    private static readonly string s_file = Path.Combine(
        Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts")).FullName,
        Assembly.GetEntryAssembly()!.GetName().Name!.Split('.')[1].ToLowerInvariant() + ".txt"
    );

    /// <param name="goal">R1 to R9 of docs/reliability.md, S1 to S10 of docs/security-tests.md.</param>
    public static void Add(string goal, FormattableString seen)
    {
        var line = $"{goal, -4} {seen.ToString(CultureInfo.InvariantCulture)}\n";
        lock (s_one)
            File.AppendAllText(s_file, line);
    }
}
