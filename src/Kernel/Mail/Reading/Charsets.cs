using System.Text;

namespace Banyan.Kernel.Mail.Reading;

/// <summary>Bytes of a mail as text. A charset that nobody knows is read as UTF-8 where it is that, else as the western one of old.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(string? charset, byte[] bytes)
    {
        if (Find(charset) is { } known)
            return known.GetString(bytes);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    // ASCII is said where UTF-8 or windows-1252 is meant; both contain it.
    private static Encoding? Find(string? charset)
    {
        if (
            string.IsNullOrWhiteSpace(charset)
            || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            // Read as anything else than itself it has been used to smuggle markup.
            || charset.Equals("utf-7", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        try
        {
            return Encoding.GetEncoding(charset.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
