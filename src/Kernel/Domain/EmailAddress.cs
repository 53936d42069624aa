using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Banyan.Kernel.Domain;

public enum EmailProblem
{
    None,
    Empty,
    TooLong,
    UnsafeCharacters,
    MoreThanOne,
    NoAt,
    LocalPart,
    Domain,
}

/// <summary>
/// An e-mail address that can be written to without SMTPUTF8: an ASCII local part (RFC 5321 dot-string), a public domain name.
/// Two addresses are equal when their <see cref="Key"/> is.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>Characters, by RFC 5321 section 4.5.3.1.3 less the angle brackets.</summary>
    public const int MaxLength = 254;
    private const int MaxLocalLength = 64;
    private const string Marks = "!#$%&'*+-/=?^_`{|}~.";

    private EmailAddress(string local, HostName domain)
    {
        Local = local;
        Domain = domain.Unicode;
        Envelope = $"{local}@{domain.Ascii}";
        Key = Envelope.ToLowerInvariant();
    }

    /// <summary>As typed, capitals kept: some servers still tell them apart.</summary>
    public string Local { get; }

    /// <summary>As people read it, in its own script.</summary>
    public string Domain { get; }

    /// <summary>What the mail server is given: the domain in its ASCII spelling.</summary>
    public string Envelope { get; }

    /// <summary>Lower-case ASCII throughout, so ordinal, citext and NOCASE comparison agree on it. Mail goes to the address on file, never to one that merely compares equal.</summary>
    public string Key { get; }

    /// <summary>Understands what is pasted from elsewhere: "Nusrat &lt;nusrat@example.org&gt;", "mailto:nusrat@example.org", spaces around.</summary>
    public static bool TryParse(
        string? typed,
        [NotNullWhen(true)] out EmailAddress? address,
        out EmailProblem problem
    )
    {
        address = null;
        problem = Read(typed, ref address);
        return address is not null;
    }

    public bool Equals(EmailAddress? other) =>
        other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Local}@{Domain}";

    private static EmailProblem Read(string? typed, ref EmailAddress? address)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return EmailProblem.Empty;
        // Pasting adds a name and a scheme; nothing honest is longer than this.
        if (typed.Length > 4 * MaxLength)
            return EmailProblem.TooLong;
        var trimmed = UnsafeCharacters.TrimSpaces(typed);
        if (UnsafeCharacters.In(trimmed))
            return EmailProblem.UnsafeCharacters;
        // Which of two in angle brackets is meant, nobody can say.
        if (trimmed.Count('<') > 1)
            return EmailProblem.MoreThanOne;
        var bare = Unwrap(trimmed);
        if (bare.Length > MaxLength)
            return EmailProblem.TooLong;
        var at = bare.LastIndexOf('@');
        if (at < 0)
            return EmailProblem.NoAt;
        if (
            bare.AsSpan().IndexOfAny(",; ") >= 0
            && bare.IndexOf('@', StringComparison.Ordinal) != at
        )
            return EmailProblem.MoreThanOne;
        var local = bare[..at];
        if (!IsDotString(local))
            return EmailProblem.LocalPart;
        if (!TryDomain(bare[(at + 1)..], out var domain))
            return EmailProblem.Domain;
        if (local.Length + 1 + domain.Ascii.Length > MaxLength)
            return EmailProblem.TooLong;
        address = new EmailAddress(local, domain);
        return EmailProblem.None;
    }

    private static string Unwrap(string text)
    {
        if (text.EndsWith('>') && text.LastIndexOf('<') is >= 0 and var open)
            text = UnsafeCharacters.TrimSpaces(text[(open + 1)..^1]);
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            text = text["mailto:".Length..].Split('?')[0];
        return text.TrimEnd(',', ';');
    }

    private static bool IsDotString(string local) =>
        local.Length is > 0 and <= MaxLocalLength
        && local.All(character =>
            char.IsAsciiLetterOrDigit(character)
            || Marks.Contains(character, StringComparison.Ordinal)
        )
        && local[0] != '.'
        && local[^1] != '.'
        && !local.Contains("..", StringComparison.Ordinal);

    private static bool TryDomain(string typed, [NotNullWhen(true)] out HostName? domain)
    {
        domain = null;
        if (typed.EnumerateRunes().Any(rune => IsNoCharacter(rune) || ComposesToAscii(rune)))
            return false;
        var lower = string.Concat(typed.Normalize(NormalizationForm.FormC).Select(Lower));
        lower = lower.EndsWith('.') ? lower[..^1] : lower;
        // IDNA turns the long s into s and full-width letters into plain ones. What it had to fold is refused,
        // for the folded spelling may be the address of somebody else.
        return HostName.TryRead(lower, out domain, out _)
            && (
                string.Equals(domain.Unicode, lower, StringComparison.Ordinal)
                || string.Equals(domain.Ascii, lower, StringComparison.Ordinal)
            );
    }

    /// <summary>Unicode keeps these places free for ever, and normalisation throws at them.</summary>
    private static bool IsNoCharacter(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Normalisation alone makes a plain K of the Kelvin sign.</summary>
    private static bool ComposesToAscii(Rune rune) =>
        !rune.IsAscii && Ascii.IsValid(rune.ToString().Normalize(NormalizationForm.FormC));

    private static char Lower(char character)
    {
        if (char.IsAscii(character))
            return char.ToLowerInvariant(character);
        var lower = char.ToLowerInvariant(character);
        return char.IsAscii(lower) ? character : lower;
    }
}
