using System.Globalization;
using Banyan.Testing;

namespace Banyan.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Help = """
        ./bench [PART...] [OPTION...]

        Parts: public, desk, vote, apply, process, growth. Without any: all of them; with --quick all but growth.

        --quick         short slices: less exact, a few minutes instead of half an hour
        --database NAME sqlite or postgres alone
        --cases N       open cases on the site (10000)
        --growth N      open cases to which the part growth fills it up (100000)
        --folder PATH   where the databases of the run lie; must be on a disk (/var/tmp)
        --write         puts the table into docs/benchmarks.md
        --strict        exit code 1 when a goal is missed
        --self-test     shows that a goal can be missed: the ceiling itself meets its goal, and with a wait in it does not
        """;

    public static readonly IReadOnlyList<string> Known =
    [
        "public",
        "desk",
        "vote",
        "apply",
        "process",
        "growth",
    ];

    public IReadOnlyList<string> Parts { get; private init; } = [];
    public IReadOnlyList<DatabaseKind> Databases { get; private init; } =
        Enum.GetValues<DatabaseKind>();
    public bool Quick { get; private init; }
    public int Cases { get; private init; } = 10_000;
    public int Growth { get; private init; } = 100_000;
    public string? Folder { get; private init; }
    public bool Write { get; private init; }
    public bool Strict { get; private init; }
    public bool SelfTest { get; private init; }
    public bool AsksHelp { get; private init; }

    public bool Wants(string part) =>
        Parts.Count > 0 ? Parts.Contains(part, StringComparer.Ordinal) : !Quick || part != "growth";

    /// <exception cref="FormatException">Says which word was not understood.</exception>
    public static Options Read(IReadOnlyList<string> args)
    {
        var options = new Options();
        var words = new Queue<string>(args);
        while (words.TryDequeue(out var word))
            options = word switch
            {
                "--quick" => options with { Quick = true },
                "--write" => options with { Write = true },
                "--strict" => options with { Strict = true },
                "--self-test" => options with { SelfTest = true },
                "--help" or "-h" => options with { AsksHelp = true },
                "--cases" => options with { Cases = Number(word, words) },
                "--growth" => options with { Growth = Number(word, words) },
                "--folder" => options with { Folder = Value(word, words) },
                "--database" => options with
                {
                    Databases = Enum.TryParse<DatabaseKind>(Value(word, words), true, out var kind)
                        ? [kind]
                        : throw new FormatException("--database wants sqlite or postgres."),
                },
                _ when Known.Contains(word, StringComparer.Ordinal) => options with
                {
                    Parts = [.. options.Parts, word],
                },
                _ => throw new FormatException($"There is no {word}; see ./bench --help."),
            };
        return options;
    }

    // Below it the pages of the desk are not full, and too few votes are open.
    private const int FewestCases = 1_000;

    private static int Number(string word, Queue<string> words) =>
        int.TryParse(
            Value(word, words),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number >= FewestCases
            ? number
            : throw new FormatException($"{word} wants a number of at least {FewestCases}.");

    private static string Value(string word, Queue<string> words) =>
        words.TryDequeue(out var value)
            ? value
            : throw new FormatException($"{word} wants a value.");
}
