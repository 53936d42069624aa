using System.Security.Cryptography;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>The public name of a partnership: eight characters that can be said aloud and not guessed. Without I, L, O and U (Crockford's alphabet).</summary>
internal static class PartnerCode
{
    public const int Length = 8;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>Reads a code as people write it: small letters, hyphens and spaces between, O for 0, I or L for 1. Null when it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 3 * Length)
            return null;
        var code = string.Concat(
            typed
                .Where(letter => letter is not ('-' or ' '))
                .Select(letter =>
                    char.ToUpperInvariant(letter) switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        var other => other,
                    }
                )
        );
        return
            code.Length == Length
            && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal))
            ? code
            : null;
    }
}
