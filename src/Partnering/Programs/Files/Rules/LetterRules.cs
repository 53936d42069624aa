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
}
