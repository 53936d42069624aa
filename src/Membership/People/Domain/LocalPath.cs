namespace Banyan.Membership.People.Domain;

/// <summary>Where somebody wanted to go before signing in: a path of this site, or nothing.</summary>
internal static class LocalPath
{
    private const int MaxLength = 500;

    /// <summary>The path if no reader of addresses can take it for another site, however often it decodes it; else <paramref name="otherwise"/>.</summary>
    public static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;

    private static bool IsLocal(string? path)
    {
        if (string.IsNullOrEmpty(path) || path.Length > MaxLength || !path.All(IsVisibleAscii))
            return false;
        for (var round = 0; round < 4; round++)
        {
            if (!IsPlain(path))
                return false;
            var decoded = Uri.UnescapeDataString(path);
            if (decoded == path)
                return true;
            path = decoded;
        }
        return false;
    }

    private static bool IsPlain(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        var plain = end < 0 ? path : path[..end];
        return path[0] == '/'
            && !plain.Contains("//", StringComparison.Ordinal)
            && !plain.Contains("/.", StringComparison.Ordinal)
            && !plain.Contains('@', StringComparison.Ordinal)
            && !path.Contains('\\', StringComparison.Ordinal)
            && path.All(letter =>
                letter is ' ' || IsVisibleAscii(letter) || char.IsLetterOrDigit(letter)
            );
    }

    private static bool IsVisibleAscii(char letter) => letter is > ' ' and < '\u007F';
}
