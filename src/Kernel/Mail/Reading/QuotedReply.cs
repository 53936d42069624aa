using System.Text.RegularExpressions;

namespace Banyan.Kernel.Mail.Reading;

/// <summary>What somebody wrote anew in an answer: without the mail that they answer, and without their signature.</summary>
public static partial class QuotedReply
{
    public static string Cut(string words)
    {
        var lines = words.Split('\n');
        var end = Array.FindIndex(lines, line => IsSignature(line) || OldMessage().IsMatch(line));
        var kept = end < 0 ? lines : lines[..end];
        if (Introduction(lines, kept.Length) is { } introduced)
            kept = lines[..introduced];
        return string.Join('\n', kept.Where(line => !line.StartsWith('>'))).Trim();
    }

    /// <summary>The source up to where a mail program puts what is answered.</summary>
    public static string CutHtml(string html) =>
        OldHtml().Match(html) is { Success: true } old ? html[..old.Index] : html;

    // The space behind the dashes is often lost on the way.
    private static bool IsSignature(string line) => line is "-- " or "--";

    /// <summary>The line above the quotation, as in "On Tue, 21 March 2028, Marie wrote:". Programs break it in two, and say it in their reader's language, so it is known by what follows it.</summary>
    private static int? Introduction(string[] lines, int end)
    {
        for (var at = 0; at < end; at++)
        {
            if (!lines[at].TrimEnd().EndsWith(':') || !QuoteFollows(lines, at + 1))
                continue;
            var first = at;
            while (first > 0 && lines[first - 1].Trim().Length > 0 && at - first < 3)
                first--;
            return At().IsMatch(string.Join(' ', lines[first..(at + 1)])) ? first : at;
        }
        return null;
    }

    private static bool QuoteFollows(string[] lines, int from) =>
        lines.Skip(from).FirstOrDefault(line => line.Trim().Length > 0) is ['>', ..];

    // The heads that mail programs put over the old message, in the languages that we have seen.
    [GeneratedRegex(
        @"^\s*(-{2,}\s*(Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine|मूल संदेश|মূল বার্তা)\s*-{2,}|_{20,})\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OldMessage();

    [GeneratedRegex(
        @"<blockquote|<[a-z]+[^<>]*(class=""?'?gmail_quote|id=""?'?divRplyFwdMsg|id=""?'?appendonsend|class=""?'?moz-cite-prefix)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OldHtml();

    // An introduction names an address or a day; a sentence of one's own that ends with a colon seldom does both.
    [GeneratedRegex(@"@|\d{1,2}[:.]\d{2}|\b\d{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex At();
}
