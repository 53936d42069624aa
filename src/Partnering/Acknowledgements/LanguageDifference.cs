using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>What is different between two wordings in one of their languages; an acceptance is for all of them.</summary>
/// <param name="Name">Of the language; null where there is one only.</param>
internal sealed record LanguageDifference(
    string Language,
    string? Name,
    (string Before, string Now) Summary,
    (string Before, string Now) Text
)
{
    /// <summary>Of each language that differs; one that came or went is compared with nothing.</summary>
    public static IReadOnlyList<LanguageDifference> Between(ClauseWording before, Clause now)
    {
        var languages = new[] { now.Summary, now.Text, before.Summary, before.Text }
            .SelectMany(text => text.ByLanguage.Keys)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return
        [
            .. languages
                .Select(language => new LanguageDifference(
                    language,
                    languages.Count == 1 ? null : CultureInfo.GetCultureInfo(language).DisplayName,
                    (Words(before.Summary, language), Words(now.Summary, language)),
                    (Words(before.Text, language), Words(now.Text, language))
                ))
                .Where(difference =>
                    difference.Summary.Before != difference.Summary.Now
                    || difference.Text.Before != difference.Text.Now
                ),
        ];
    }

    private static string Words(LocalText text, string language) =>
        text.ByLanguage.FirstOrDefault(pair =>
            pair.Key.Equals(language, StringComparison.OrdinalIgnoreCase)
        ).Value
        ?? "";
}
