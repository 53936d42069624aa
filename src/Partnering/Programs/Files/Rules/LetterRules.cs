using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files;

internal static class LetterRules
{
    public static void Check(FileNode node, string text, Problems problems)
    {
        foreach (var placeholder in LetterPlaceholders.In(text).Distinct())
        {
            if (placeholder is "{" or "}")
                problems.Add(node, Words.Fill(Texts.LoneBrace, placeholder));
            else if (!LetterPlaceholders.All.Contains(placeholder))
            {
                var known = Words.List(LetterPlaceholders.All.Select(name => $"{{{name}}}"));
                var unknown = Words.Fill(Texts.UnknownPlaceholder, Excerpt.Of(placeholder), known);
                problems.Add(node, unknown + Words.DidYouMean(placeholder, LetterPlaceholders.All));
            }
        }
    }

    /// <summary>Subject and letter are there in the same languages, in English first, and each leaves open what the English one does.</summary>
    public static void CheckWhole(LetterTemplate letter, FileMap node, Problems problems)
    {
        foreach (
            var (key, text, other) in new[]
            {
                ("subject", letter.Subject, letter.Body),
                ("body", letter.Body, letter.Subject),
            }
        )
        {
            var place = node.Find(key)!;
            if (!text.ByLanguage.TryGetValue(LetterLanguages.English, out var english))
            {
                problems.Add(place, Texts.LetterNeedsEnglish);
                continue;
            }
            foreach (var language in other.ByLanguage.Keys.Except(text.ByLanguage.Keys))
                problems.Add(place, Words.Fill(Texts.LetterLacksLanguage, language));
            foreach (var (language, words) in text.ByLanguage)
                CheckPlaces(place, language, Places(words), Places(english), problems);
        }
    }

    private static void CheckPlaces(
        FileNode node,
        string language,
        IReadOnlyList<string> here,
        IReadOnlyList<string> there,
        Problems problems
    )
    {
        if (there.Except(here).ToList() is [_, ..] missing)
            problems.Add(node, Words.Fill(Texts.LetterLacksPlaces, language, Words.List(missing)));
        if (here.Except(there).ToList() is [_, ..] more)
            problems.Add(node, Words.Fill(Texts.LetterHasMorePlaces, language, Words.List(more)));
    }

    private static IReadOnlyList<string> Places(string text) =>
        [.. LetterPlaceholders.In(text).Distinct().Select(name => $"{{{name}}}")];
}
