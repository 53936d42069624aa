using System.Text.RegularExpressions;

namespace Banyan.Kernel.Mail.Reading;

/// <summary>Words of a header in other letters than ASCII (RFC 2047), such as <c>=?utf-8?q?N=C3=A9?=</c>.</summary>
internal static partial class EncodedWords
{
    public static string Read(string value) =>
        Word()
            .Replace(
                // White space between two encoded words belongs to neither.
                Between().Replace(value, "?==?"),
                match =>
                    Charsets.Decode(
                        match.Groups["charset"].Value.Split('*')[0],
                        match.Groups["kind"].Value is "B" or "b"
                            ? TransferEncoding.Base64(match.Groups["text"].Value)
                            : TransferEncoding.Quoted(match.Groups["text"].Value, word: true)
                    )
            );

    [GeneratedRegex(
        @"=\?(?<charset>[^?\s]+)\?(?<kind>[BQbq])\?(?<text>[^?\s]*)\?=",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking)]
    private static partial Regex Between();
}
