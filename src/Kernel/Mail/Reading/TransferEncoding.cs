namespace Banyan.Kernel.Mail.Reading;

/// <summary>Content as its bytes (RFC 2045, 6): what is broken is read as far as it goes.</summary>
internal static class TransferEncoding
{
    /// <param name="content">Each letter is one byte.</param>
    public static byte[] Decode(string? encoding, string content) =>
        encoding?.Trim().ToUpperInvariant() switch
        {
            "BASE64" => Base64(content),
            "QUOTED-PRINTABLE" => Quoted(content, word: false),
            _ => Bytes(content),
        };

    public static byte[] Base64(string content)
    {
        var letters = content
            .Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/')
            .ToArray();
        // One letter alone is no byte.
        var whole = letters.Length % 4 == 1 ? letters.Length - 1 : letters.Length;
        var padded = new string(letters, 0, whole) + new string('=', (4 - whole % 4) % 4);
        return Convert.FromBase64String(padded);
    }

    /// <param name="word">In an encoded word the underscore stands for a space.</param>
    public static byte[] Quoted(string content, bool word)
    {
        var bytes = new List<byte>(content.Length);
        for (var at = 0; at < content.Length; at++)
        {
            var letter = content[at];
            if (letter == '_' && word)
                bytes.Add((byte)' ');
            else if (letter != '=')
                bytes.Add((byte)letter);
            else if (at + 1 < content.Length && content[at + 1] == '\n')
                at++;
            else if (
                at + 2 < content.Length
                && char.IsAsciiHexDigit(content[at + 1])
                && char.IsAsciiHexDigit(content[at + 2])
            )
            {
                bytes.Add(Convert.FromHexString(content.AsSpan(at + 1, 2))[0]);
                at += 2;
            }
            else
                bytes.Add((byte)letter);
        }
        return [.. bytes];
    }

    private static byte[] Bytes(string content) => System.Text.Encoding.Latin1.GetBytes(content);
}
