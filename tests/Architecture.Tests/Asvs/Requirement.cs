using System.Globalization;

namespace Banyan.Architecture.Tests.Asvs;

internal enum Standing
{
    Tested,
    ByDesign,
    Open,
    NotBuilt,
}

/// <summary>A line of docs/asvs.tsv: what is asked, in a few words of ours, and how it stands where no test shows it.</summary>
/// <param name="Said">Empty where the tests alone show it.</param>
internal sealed record Requirement(
    string Id,
    int Level,
    string Asks,
    Standing Standing,
    string Said
)
{
    public const string File = "docs/asvs.tsv";

    private static readonly Dictionary<string, Standing> Words = new(StringComparer.Ordinal)
    {
        ["tested"] = Standing.Tested,
        ["design"] = Standing.ByDesign,
        ["open"] = Standing.Open,
        ["unbuilt"] = Standing.NotBuilt,
    };

    public int Chapter =>
        int.Parse(Id.Split('.')[0].TrimStart('V'), NumberStyles.None, CultureInfo.InvariantCulture);

    public static IReadOnlyList<Requirement> Read(IEnumerable<string> lines) =>
        [
            .. lines
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line =>
                    line.Split('\t') switch
                    {
                        [var id, var level, var asks, var state, var said]
                            when level is "1" or "2"
                                && Words.TryGetValue(state, out var standing) => new Requirement(
                            id,
                            level[0] - '0',
                            asks,
                            standing,
                            said
                        ),
                        _ => throw new FormatException($"{File}: {line}"),
                    }
                ),
        ];
}
