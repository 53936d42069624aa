using System.Text.RegularExpressions;
using NodaTime;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>Does a name contain a word that the trademark policy speaks of? <see cref="CheckResult.Found"/> means: ask for the name licence, and blames nobody.</summary>
internal static partial class TrademarkCheck
{
    private static readonly Dictionary<string, string> Marks = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["pycon"] = "PyCon",
        ["pyladies"] = "PyLadies",
        ["python"] = "Python",
    };

    public static CheckFinding Judge(string title, Instant at)
    {
        var found = Words()
            .Matches(Folding.Fold(title))
            .Select(match =>
                Marks[
                    match
                        .Value.Replace(" ", "", StringComparison.Ordinal)
                        .Replace("-", "", StringComparison.Ordinal)
                ]
            )
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return found.Length == 0
            ? CheckFinding.WithoutPage(
                CheckKind.Trademark,
                CheckResult.NotFound,
                Texts.TrademarkNotFound,
                at
            )
            : CheckFinding.WithoutPage(
                CheckKind.Trademark,
                CheckResult.Found,
                SiteCheck.Fill(Texts.TrademarkFound, string.Join(", ", found)),
                at,
                Quote.Of(title)
            );
    }

    /// <summary>As words: digits may follow (PyCon2028), letters may not (pythonic).</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])(py[ -]?con|py[ -]?ladies|python)(?!\p{L})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Words();
}
