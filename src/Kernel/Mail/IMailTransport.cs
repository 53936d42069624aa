namespace Banyan.Kernel.Mail;

/// <summary>The edge to a mail server. Returning means that the receiver has taken the mail; anything else is an exception, and the mail is tried again.</summary>
public interface IMailTransport
{
    Task SendAsync(Mail mail, CancellationToken ct);
}

/// <summary>Who our mail comes from.</summary>
/// <param name="Domain">Right-hand side of each Message-ID.</param>
public sealed record MailIdentity(string From, string FromName, string Domain);
