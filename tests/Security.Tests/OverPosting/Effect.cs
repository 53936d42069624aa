using System.Text.RegularExpressions;

namespace Banyan.Security.Tests.OverPosting;

/// <summary>What a form did: its answer, and how the database differs from before. What is drawn anew each time, ids and secrets, is told by its form alone.</summary>
internal sealed partial record Effect(int Status, string Rows)
{
    public bool Wrote => Rows.Length > 0;

    public static Effect Of(
        int status,
        IReadOnlyList<string>? written,
        IReadOnlySet<string> before,
        IReadOnlySet<string> known
    ) =>
        new(
            status,
            written is null
                ? ""
                : string.Join(
                    '\n',
                    before
                        .Except(written)
                        .Select(row => "- " + row)
                        .Concat(
                            written.Where(row => !before.Contains(row)).Select(row => "+ " + row)
                        )
                        .Select(row => WithoutChance(row, known))
                        .Order(StringComparer.Ordinal)
                )
        );

    /// <summary>All that looks drawn, and was there before.</summary>
    public static IReadOnlySet<string> KnownIn(IEnumerable<string> rows) =>
        rows.SelectMany(row => Drawn().Matches(row))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);

    private static string WithoutChance(string row, IReadOnlySet<string> known) =>
        Drawn().Replace(row, match => known.Contains(match.Value) ? match.Value : "(drawn)");

    // Ids with and without hyphens, hashes, tokens, references, codes of partnerships and of mails.
    [GeneratedRegex(
        "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[0-9A-Za-z_-]{20,}|[A-Z]{3}-[0-9]{2}-[0-9A-Z]{5}|\\b[0-9A-Z]{8}\\b|[0-9]{6,}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Drawn();
}
