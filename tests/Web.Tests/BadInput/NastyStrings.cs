using System.Net;
using System.Text;
using Cleaning = Banyan.Kernel.Text.Typed;

namespace Banyan.Web.Tests.BadInput;

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
    public static IReadOnlyList<Nasty> All { get; } = [.. Read("characters"), .. Read("payloads")];

    /// <summary>One in so many, for what is slow.</summary>
    public static IEnumerable<Nasty> OneIn(int many) => All.Where((_, index) => index % many == 0);

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
