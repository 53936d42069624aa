namespace Banyan.Kernel.Mail;

/// <summary>The edge to a mail server. Returning means that the receiver has taken the mail; anything else is an exception, and the mail is tried again.</summary>
public interface IMailTransport
{
    Task SendAsync(Mail mail, CancellationToken ct);
}

/// <summary>The server says that this address will never take the mail; trying again changes nothing.</summary>
public sealed class UndeliverableException(string message, Exception inner) : Exception(message, inner);

/// <summary>Who our mail comes from.</summary>
/// <param name="Domain">Right-hand side of each Message-ID.</param>
public sealed record MailIdentity(string From, string FromName, string Domain);
