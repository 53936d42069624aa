using System.Text;

namespace Banyan.Partnering.Attachments.Domain;

internal enum FileKind
{
    Pdf,
    Png,
    Jpeg,
    Webp,
    Text,
    OpenDocument,
    Word,
}

/// <summary>What a file is by its content. Its name and what a browser says about it are the sender's word, and count for nothing.</summary>
internal static class FileKinds
{
    private const string OpenDocumentText = "application/vnd.oasis.opendocument.text";

    /// <returns>Null for what is not taken.</returns>
    public static FileKind? Of(ReadOnlySpan<byte> file) =>
        file.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            ? FileKind.Png
        : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : file.StartsWith("RIFF"u8) && At(file, 8, "WEBPVP8"u8) ? FileKind.Webp
        : file.StartsWith("PK\u0003\u0004"u8) ? OfZip(file)
        : IsText(file) ? FileKind.Text
        : null;

    /// <summary>For browsers, which only ever keep it: it is served to be downloaded.</summary>
    public static string MediaType(this FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => "application/pdf",
            FileKind.Png => "image/png",
            FileKind.Jpeg => "image/jpeg",
            FileKind.Webp => "image/webp",
            FileKind.Text => "text/plain; charset=utf-8",
            FileKind.OpenDocument => OpenDocumentText,
            FileKind.Word =>
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        };

    /// <summary>The endings that a name of the kind may have; the first is given to a name with another.</summary>
    public static IReadOnlyList<string> Endings(this FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => [".pdf"],
            FileKind.Png => [".png"],
            FileKind.Jpeg => [".jpg", ".jpeg"],
            FileKind.Webp => [".webp"],
            FileKind.Text => [".txt", ".csv", ".md"],
            FileKind.OpenDocument => [".odt"],
            FileKind.Word => [".docx"],
        };

    // Nothing is unpacked: both formats say what they are in names, which no compression hides.
    private static FileKind? OfZip(ReadOnlySpan<byte> file)
    {
        // OpenDocument 1.3, part 2, 3.3: the first entry is "mimetype", not compressed, with nothing before its content.
        if (
            At(file, 8, [0, 0])
            && At(file, 26, [8, 0, 0, 0])
            && At(file, 30, "mimetype"u8)
            && At(file, 38, Encoding.ASCII.GetBytes(OpenDocumentText + "PK"))
        )
            return FileKind.OpenDocument;
        var names = ZipNames.Of(file);
        return
            names.Contains("[Content_Types].xml")
            && names.Contains("word/document.xml")
            && !names.Exists(name => name.Contains("vba", StringComparison.OrdinalIgnoreCase))
            ? FileKind.Word
            : null;
    }

    // Strictly UTF-8, and nothing in it that no text holds.
    private static bool IsText(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return false;
        foreach (var letter in file)
            if (letter is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C) or 0x7F)
                return false;
        return System.Text.Unicode.Utf8.IsValid(file);
    }

    private static bool At(ReadOnlySpan<byte> file, int place, ReadOnlySpan<byte> expected) =>
        file.Length >= place + expected.Length
        && file.Slice(place, expected.Length).SequenceEqual(expected);
}
