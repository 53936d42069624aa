using System.Text.RegularExpressions;
using Banyan.Kernel.Text;

namespace Banyan.Kernel.Mail;

/// <summary>What a mail server said, for people who need not know of what it spoke: other addresses, machines, accounts, links to log in.</summary>
public static partial class ServerWords
{
    public const int Most = 300;
    private const string Said = "The server response was:";

    /// <returns>Empty where no server said anything: what then stands there is about our own machine.</returns>
    public static string OfProblem(string problem) =>
        problem.IndexOf(Said, StringComparison.Ordinal) is var at and >= 0
            ? Shown(problem[(at + Said.Length)..])
            : "";

    public static string Shown(string words)
    {
        var line = Typed.OneLine(words);
        if (line.IndexOf(Said, StringComparison.Ordinal) is var at and >= 0)
            line = line[(at + Said.Length)..].Trim();
        line = Private().Replace(line, "…");
        return line.Length > Most ? line[..(Most - 1)] + "…" : line;
    }

    // Links, addresses of people, of machines (4 and 6), names of machines, and long ids.
    [GeneratedRegex(
        @"[a-z]+://\S+|<?[^\s<>@]+@[^\s<>@]+>?|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|\b[0-9a-f]{1,4}(:[0-9a-f]{0,4}){2,7}\b|\b([a-z0-9-]+\.)+[a-z]{2,}\b|\b[a-z]*\d[a-z0-9_-]{9,}\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Private();
}
