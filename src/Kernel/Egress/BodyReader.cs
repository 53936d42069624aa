using System.IO.Compression;

namespace Banyan.Kernel.Egress;

/// <summary>Reads a body within bounds. Decompression is done here and not by the handler, so that both sides of it are counted.</summary>
internal static class BodyReader
{
    public const string AcceptedEncodings = "gzip, deflate, br";

    public static async Task<byte[]> ReadAsync(
        HttpContent content,
        int maxBytes,
        CancellationToken cancellation
    )
    {
        if (content.Headers.ContentLength > maxBytes)
            throw new EgressException(EgressProblemKind.TooLarge);
        var wire = new CappedStream(await content.ReadAsStreamAsync(cancellation), maxBytes);
        await using var body = new CappedStream(
            Decompress(wire, [.. content.Headers.ContentEncoding]),
            maxBytes
        );
        using var read = new MemoryStream();
        try
        {
            await body.CopyToAsync(read, cancellation);
        }
        // Broken brotli is an InvalidOperationException of the framework's stream.
        catch (Exception problem)
            when (problem is InvalidDataException or InvalidOperationException)
        {
            throw new EgressException(EgressProblemKind.BadAnswer, problem);
        }
        return read.ToArray();
    }

    /// <summary>At most one encoding: a chain of them serves nobody but a bomb.</summary>
    private static Stream Decompress(Stream wire, string[] encodings) =>
        encodings switch
        {
            [] => wire,
            [var one] => one.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
                "deflate" => new ZLibStream(wire, CompressionMode.Decompress),
                "br" => new BrotliStream(wire, CompressionMode.Decompress),
                "identity" => wire,
                _ => throw new EgressException(EgressProblemKind.BadAnswer),
            },
            _ => throw new EgressException(EgressProblemKind.BadAnswer),
        };
}
