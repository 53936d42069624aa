using System.Globalization;

namespace Banyan.Kernel.Domain;

/// <summary>Chooses between the two forms that the languages of this product need (Unicode plural rules, cardinals, categories one and other).</summary>
public static class Plural
{
    private static readonly HashSet<string> ZeroIsOne = new(StringComparer.Ordinal)
    {
        "fr",
        "pt",
        "hi",
        "bn",
        "gu",
        "kn",
        "fa",
    };

    /// <returns>The form with {0} filled in.</returns>
    public static string Of(int count, string one, string other, CultureInfo culture)
    {
        var isOne =
            count == 1 || (count == 0 && ZeroIsOne.Contains(culture.TwoLetterISOLanguageName));
        return string.Format(culture, isOne ? one : other, count);
    }
}
