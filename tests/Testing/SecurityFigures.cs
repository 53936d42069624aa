using System.Globalization;

namespace Banyan.Testing;

/// <summary>What the tests of safety really did: artifacts/security-parts.txt holds the newest line of each.</summary>
public static class SecurityFigures
{
    private static readonly Lock Turn = new();

    /// <param name="goal">S1 to S10, as docs/security-parts.md counts the promises.</param>
    /// <param name="what">Names the line; a later line of the same name takes its place.</param>
    public static void Add(string goal, string what, FormattableString seen)
    {
        var name = $"{goal, -4} {what}: ";
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
        var file = Path.Combine(folder.FullName, "security-parts.txt");
        lock (Turn)
        {
            var others = File.Exists(file)
                ? File.ReadAllLines(file)
                    .Where(line => !line.StartsWith(name, StringComparison.Ordinal))
                : [];
            File.WriteAllLines(
                file,
                others
                    .Append(name + seen.ToString(CultureInfo.InvariantCulture))
                    .Order(StringComparer.Ordinal)
            );
        }
    }
}
