using System.Text.RegularExpressions;
using Banyan.Kernel.Domain;

namespace Banyan.Kernel.Mail;

/// <summary>The mailbox in which answers to our mails arrive; each mail names it with a key of its own behind a plus, as in <c>reply+k7q3@example.org</c>.</summary>
/// <param name="Address">Null: answers are not read, and go to whom the organisation names.</param>
public sealed record ReplyBox(EmailAddress? Address)
{
    public bool IsRead => Address is not null;

    /// <param name="key">Small letters and digits.</param>
    /// <returns>Null where answers are not read.</returns>
    public string? For(string key) =>
        Parts is var (local, domain) ? $"{local}+{key}@{domain}" : null;

    /// <summary>The key in the first of these header fields that names this mailbox; null where none does.</summary>
    public string? KeyIn(IEnumerable<string> fields)
    {
        if (Parts is not var (local, domain))
            return null;
        // Mail servers may write the local part in other letters, in capitals for one.
        var ours = new Regex(
            $@"(^|[\s<,;:""]){Regex.Escape(local)}\+(?<key>[0-9a-z]{{1,40}})@{Regex.Escape(domain)}($|[\s>,;""])",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
        );
        return fields
            .Select(field => ours.Match(field))
            .FirstOrDefault(match => match.Success)
            ?.Groups["key"]
            .Value.ToLowerInvariant();
    }

    private (string Local, string Domain)? Parts =>
        Address?.Envelope.Split('@') is [var local, var domain] ? (local, domain) : null;
}
