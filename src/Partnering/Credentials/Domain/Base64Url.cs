namespace Banyan.Partnering.Credentials.Domain;

/// <summary>Base64 for addresses and tokens, without padding (RFC 4648, 5; RFC 7515, 2).</summary>
internal static class Base64Url
{
    public static string Of(ReadOnlySpan<byte> bytes) =>
        System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <returns>Null where it is none.</returns>
    public static byte[]? Read(string text)
    {
        if (text.Contains('=', StringComparison.Ordinal) || text.Any(char.IsWhiteSpace))
            return null;
        var bytes = new byte[System.Buffers.Text.Base64Url.GetMaxDecodedLength(text.Length)];
        var status = System.Buffers.Text.Base64Url.DecodeFromChars(
            text,
            bytes,
            out _,
            out var length
        );
        return status == System.Buffers.OperationStatus.Done ? bytes[..length] : null;
    }
}
