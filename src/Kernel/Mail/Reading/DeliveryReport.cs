using System.Text.RegularExpressions;

namespace Banyan.Kernel.Mail.Reading;

/// <summary>Where a report may say what it is about.</summary>
/// <param name="Status">The part of a standard report that machines read (RFC 3464); null where there is none.</param>
/// <param name="Ours">Message-ID of the mail that came back with it; null where none did.</param>
/// <param name="Named">Fields that name earlier mails.</param>
/// <param name="Failed">It has the field in which Exim and others name who was not reached.</param>
internal sealed record ReportSources(
    string? Status,
    string? Ours,
    IReadOnlyList<string> Named,
    bool Failed,
    string Text
);

/// <summary>A mail server's word that a mail of ours did not arrive, or not yet: the standard kind (RFC 3464), and those of Exim and qmail, which say it in a text. What it says for people is not kept, since anybody may have written it.</summary>
public sealed partial class DeliveryReport
{
    private readonly IReadOnlyList<string> names;

    private DeliveryReport(Failure failure, IReadOnlyList<string> named) =>
        (Failure, names) = (failure, named);

    public Failure Failure { get; }

    internal static DeliveryReport? Of(ReportSources sources)
    {
        var failure = sources.Status is { } status
            ? Standard(status)
            : Spoken(sources.Text, sources.Failed);
        return failure is null ? null : new DeliveryReport(failure, Names(sources));
    }

    /// <summary>The mail of ours that it is about, by the id in its Message-ID, which nobody can guess; null where it names none.</summary>
    /// <param name="domain">The right-hand side of our Message-IDs.</param>
    public Guid? About(string domain)
    {
        foreach (var name in names)
        foreach (Match match in Id().Matches(name))
            if (
                match.Groups["domain"].Value.Equals(domain, StringComparison.OrdinalIgnoreCase)
                && Guid.TryParseExact(match.Groups["id"].Value, "N", out var id)
            )
                return id;
        return null;
    }

    // Groups of fields with an empty line between: the first is about the message, each other about a receiver.
    private static Failure? Standard(string status)
    {
        Failure? found = null;
        foreach (var group in status.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Take(50))
        {
            var fields = HeaderFields.Read(group.TrimStart('\n'), out _);
            var action = fields["Action"]?.Trim();
            var isDelay = "delayed".Equals(action, StringComparison.OrdinalIgnoreCase);
            if (!isDelay && !"failed".Equals(action, StringComparison.OrdinalIgnoreCase))
                continue;
            var failure = new Failure(Code(fields["Status"] ?? ""), isDelay);
            if (found is null || found.IsDelay && !isDelay)
                found = failure;
        }
        return found;
    }

    private static Failure? Spoken(string text, bool failed) =>
        failed || text.StartsWith("Hi. This is the qmail-send program", StringComparison.Ordinal)
            ? new Failure(Code(text), IsDelay: false)
            : null;

    private static string Code(string text) =>
        Reason().Match(text) is { Success: true } match ? match.Groups["code"].Value : "";

    private static List<string> Names(ReportSources sources)
    {
        var found = new List<string>();
        if (sources.Ours is { } ours)
            found.Add(ours);
        // Reports in a text end with a copy of what came back, or of its head.
        found.AddRange(Copied().Matches(sources.Text).Select(match => match.Value));
        found.AddRange(sources.Named);
        return found;
    }

    [GeneratedRegex(
        @"(^|[^\d.])(?<code>[45]\.\d{1,3}\.\d{1,3})($|[^\d.]|\.(\D|$))",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Reason();

    [GeneratedRegex(
        @"<(?<id>[0-9a-f]{32})@(?<domain>[^<>\s@]{1,255})>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Id();

    [GeneratedRegex(
        @"^Message-ID:[^\n]*(\n[ \t][^\n]*)?",
        RegexOptions.IgnoreCase
            | RegexOptions.Multiline
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Copied();
}
