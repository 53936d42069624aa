using System.Net;
using System.Text;
using Cleaning = Banyan.Kernel.Text.Typed;

namespace Banyan.Testing.BadInput;

/// <summary>One string that somebody may send, as the bytes of a form: percent notation, plus for a space.</summary>
internal sealed record Nasty(string Sent)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>What was typed; null where the bytes are no text.</summary>
    public string? Typed { get; } = Decode(Sent);

    /// <summary>What a field of several lines keeps of it.</summary>
    public string? Kept => Typed is null ? null : Cleaning.Clean(Typed);

    /// <summary>What a field of one line keeps of it.</summary>
    public string? KeptOnOneLine => Typed is null ? null : Cleaning.OneLine(Typed);

    public override string ToString() => Sent.Length > 60 ? Sent[..60] : Sent;

    private static string? Decode(string sent)
    {
        try
        {
            return Strict.GetString(
                WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(sent), 0, sent.Length)
            );
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

internal static class NastyStrings
{
    private static readonly IReadOnlyList<Nasty> Characters = [.. Read("characters")];
    private static readonly IReadOnlyList<Nasty> Payloads = [.. Read("payloads")];

    /// <summary>Every string on one engine; on the other every one that has to do with characters, and one in eight of those that aim at pages and programs: what an engine may take amiss are characters.</summary>
    public static IReadOnlyList<Nasty> On(DatabaseKind database) =>
        database switch
        {
            DatabaseKind.Sqlite => [.. Characters, .. Payloads],
            DatabaseKind.Postgres => [.. Characters, .. OneIn(8, Payloads)],
        };

    /// <summary>One in so many, for what is slow.</summary>
    public static IEnumerable<Nasty> OneIn(int many) => OneIn(many, On(DatabaseKind.Sqlite));

    private static IEnumerable<Nasty> OneIn(int many, IEnumerable<Nasty> strings) =>
        strings.Where((_, index) => index % many == 0);

    private static IEnumerable<Nasty> Read(string name)
    {
        using var reader = new StreamReader(
            typeof(NastyStrings).Assembly.GetManifestResourceStream($"BadInput.{name}")!
        );
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return new Nasty(line);
        }
    }
}
