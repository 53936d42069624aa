using System.Text.RegularExpressions;

namespace Banyan.Architecture.Tests.Asvs;

/// <summary>A test that says which requirement it shows.</summary>
/// <param name="File">From the folder of the repository.</param>
/// <param name="Class">The class alone where the annotation is the class's.</param>
internal sealed partial record Shown(string Id, string File, string Class, string? Method)
{
    /// <summary>Read from the sources, since no project of tests knows another. Here the tests of the reading itself stand.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory
            .GetDirectories(Path.Combine(House.Root, "tests"), "*.Tests")
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(House.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "Asvs"))
            .Order(StringComparer.Ordinal),
    ];

    /// <exception cref="FormatException">An annotation that stands otherwise than expected: nothing is overlooked.</exception>
    public static IEnumerable<Shown> In(string file, string source)
    {
        var found = Annotation().Matches(source);
        if (found.Count != Mention().Count(source))
            throw new FormatException($"{file} has an annotation that cannot be read.");
        foreach (Match match in found)
        {
            var behind = source[(match.Index + match.Length)..];
            var declared = Declaration().Match(behind);
            var name = declared.Groups["name"].Value;
            var isClass = declared.Groups["kind"].Value == "class";
            var between = behind[..declared.Index];
            if (
                !declared.Success
                || !isClass
                    && !between.Contains("[Fact", StringComparison.Ordinal)
                    && !between.Contains("[Theory", StringComparison.Ordinal)
                    && !between.Contains("[BrowserFact", StringComparison.Ordinal)
            )
                throw new FormatException($"{file} has an annotation that stands before no test.");
            foreach (var id in Text().Matches(match.Value).Select(text => text.Groups["id"].Value))
                yield return new Shown(
                    id,
                    file,
                    isClass ? name : Path.GetFileNameWithoutExtension(file),
                    isClass ? null : name
                );
        }
    }

    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    [GeneratedRegex("^ *\\[Asvs\\((\\s*\"V[0-9.]+\",?\\s*)+\\)\\]\\s*$", Options)]
    private static partial Regex Annotation();

    [GeneratedRegex("\\bAsvs(Attribute)?\\(", Options)]
    private static partial Regex Mention();

    [GeneratedRegex("\"(?<id>[^\"]+)\"", Options)]
    private static partial Regex Text();

    [GeneratedRegex(
        "^ *(public|internal|private)( [a-z]+)* (?<kind>class|void|Task) (?<name>[A-Za-z0-9_]+)",
        Options
    )]
    private static partial Regex Declaration();
}
