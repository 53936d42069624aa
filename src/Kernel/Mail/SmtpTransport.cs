using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Mail;

namespace Banyan.Kernel.Mail;

/// <summary>Where the mail server is: from <c>smtp://user:password@host:port</c>, or <c>smtp+starttls://</c> to insist on encryption.</summary>
public sealed record SmtpServer(string Host, int Port, bool StartTls, NetworkCredential? Credential)
{
    private const string Plain = "smtp";
    private const string Encrypted = "smtp+starttls";

    /// <summary>False for any other scheme: taken for plain SMTP, an "smtps" would send the password for everybody to read.</summary>
    public static bool TryRead(string setting, [NotNullWhen(true)] out SmtpServer? server)
    {
        server = null;
        if (
            !Uri.TryCreate(setting, UriKind.Absolute, out var address)
            || address.Scheme is not (Plain or Encrypted)
            || address.Host.Length == 0
        )
            return false;
        var parts = address.UserInfo.Split(':', 2);
        server = new SmtpServer(
            address.Host,
            address.Port > 0 ? address.Port : 25,
            address.Scheme == Encrypted,
            parts.Length == 2
                ? new NetworkCredential(
                    Uri.UnescapeDataString(parts[0]),
                    Uri.UnescapeDataString(parts[1])
                )
                : null
        );
        return true;
    }

    /// <exception cref="FormatException">It is no such address.</exception>
    public static SmtpServer From(string setting) =>
        TryRead(setting, out var server)
            ? server
            : throw new FormatException("The setting is no address of a mail server.");
}

/// <summary>Sends through the configured mail server, one connection a mail.</summary>
internal sealed class SmtpTransport(SmtpServer server, MailIdentity identity) : IMailTransport
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        using var client = new SmtpClient(server.Host, server.Port)
        {
            EnableSsl = server.StartTls,
            Credentials = server.Credential,
        };
        using var message = MimeMessage.Of(mail, identity);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (SmtpFailedRecipientException refused) when (IsForGood(refused.StatusCode))
        {
            throw new UndeliverableException(refused.Message, refused);
        }
    }

    // RFC 5321, 4.2.3: 550, 551 and 553 are about the mailbox and permanent.
    private static bool IsForGood(SmtpStatusCode code) =>
        code
            is SmtpStatusCode.MailboxUnavailable
                or SmtpStatusCode.UserNotLocalTryAlternatePath
                or SmtpStatusCode.MailboxNameNotAllowed;
}
