using System.Text;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>Makes words comparable: lower case, no accents on Latin letters, full-width letters made plain.</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        var whole = new StringBuilder(text.Length);
        // Enumerating replaces lone surrogates, at which normalisation would throw.
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        var folded = new StringBuilder(text.Length);
        foreach (var character in whole.ToString().Normalize(NormalizationForm.FormKD))
        {
            // Accents alone: the signs of Bangla and Hindi are part of the word.
            if (character is < '\u0300' or > '\u036F')
                folded.Append(char.ToLowerInvariant(character));
        }
        return folded.ToString();
    }

    /// <summary>Where a word begins with one of the stems, both folded; -1 where none does.</summary>
    public static int IndexOfStem(string folded, IEnumerable<string> stems)
    {
        foreach (var stem in stems)
        {
            for (
                var at = folded.IndexOf(stem, StringComparison.Ordinal);
                at >= 0;
                at = folded.IndexOf(stem, at + 1, StringComparison.Ordinal)
            )
            {
                if (at == 0 || !char.IsLetterOrDigit(folded[at - 1]))
                    return at;
            }
        }
        return -1;
    }
}
