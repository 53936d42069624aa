using Banyan.Kernel.Ui;

namespace Banyan.Kernel.Mail;

/// <summary>The edge to a mail server. Returning means that the receiver has taken the mail; anything else is an exception, and the mail is tried again.</summary>
public interface IMailTransport
{
    Task SendAsync(Mail mail, CancellationToken ct);
}

/// <summary>The server says that this address will never take the mail; trying again changes nothing.</summary>
public sealed class UndeliverableException(string message, Exception inner)
    : Exception(message, inner);

/// <summary>In whose name a mail speaks: what people read beside the site's address, where their answers go, and its colour. The envelope stays the site's.</summary>
/// <param name="ReplyTo">Null: the site's own address.</param>
public sealed record MailVoice(string Name, string? ReplyTo, Accent Accent);

/// <summary>Knows in whose name the mails of a record speak; a room that has such records brings it along.</summary>
public interface IMailVoices
{
    /// <param name="thread">The record that the mail belongs to.</param>
    /// <returns>Null where it is nobody's in particular.</returns>
    Task<MailVoice?> OfAsync(Mail mail, Guid thread, CancellationToken ct);
}

/// <summary>Who our mail comes from.</summary>
/// <param name="Domain">Right-hand side of each Message-ID.</param>
public sealed record MailIdentity(string From, string FromName, string Domain);
