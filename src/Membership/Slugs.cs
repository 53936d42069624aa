using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Text;

namespace Banyan.Membership;

/// <summary>Names as parts of an address, and names compared without regard to how they are written.</summary>
internal static class Slugs
{
    public const int MaxLength = 60;
    public const int FoldedLength = 400;
    private const int MostNumbered = 20;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Lower-case ASCII with hyphens: "Café Pythón" is cafe-python. A name in another script has none of its own and gets the prefix with six random letters.</summary>
    public static string From(string name, string prefix)
    {
        var slug = new StringBuilder();
        foreach (var letter in Plain(name))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == MaxLength)
                break;
        }
        var text = slug.ToString().Trim('-');
        return text.Count(char.IsAsciiLetterLower) >= 2
            ? text
            : $"{prefix}-{RandomNumberGenerator.GetString(Letters, 6)}";
    }

    /// <summary>Whether a program file could name an organisation so: begins with a small letter, then small letters, digits and single hyphens.</summary>
    public static bool Is(string slug) =>
        slug.Length is > 0 and <= MaxLength
        && char.IsAsciiLetterLower(slug[0])
        && slug[^1] != '-'
        && !slug.Contains("--", StringComparison.Ordinal)
        && slug.All(letter =>
            char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'
        );

    /// <summary>The slug, slug-2, slug-3 and so on up to slug-20: what to look for before one is chosen.</summary>
    public static IReadOnlyList<string> Candidates(string slug) =>
        [
            slug,
            .. Enumerable
                .Range(2, MostNumbered - 1)
                .Select(next => string.Create(CultureInfo.InvariantCulture, $"{slug}-{next}")),
        ];

    /// <summary>The first candidate that is not taken; where all are, the slug with six random letters.</summary>
    public static string Free(string slug, IReadOnlyCollection<string> taken) =>
        Candidates(slug).FirstOrDefault(candidate => !taken.Contains(candidate))
        ?? $"{slug}-{RandomNumberGenerator.GetString(Letters, 6)}";

    /// <summary>Equal for two spellings of one name: case, width, Latin accents and spaces do not count. Some letters stand for a whole phrase, so it may grow, up to <see cref="FoldedLength"/>.</summary>
    public static string Folded(string name) => Cut(Typed.OneLine(Plain(name)), FoldedLength);

    /// <summary>The beginning of a text, with no half of a character at its end.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];

    // Only Latin letters lose their marks; in Indic scripts the marks are the vowels.
    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        var latin = false;
        foreach (var letter in name.Normalize(NormalizationForm.FormKD))
        {
            var mark = CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
            if (mark && latin)
                continue;
            if (!mark)
                latin = letter < 0x250;
            plain.Append(char.ToLowerInvariant(letter));
        }
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
