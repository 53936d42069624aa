using System.Net;
using System.Net.Mail;

namespace Banyan.Kernel.Mail;

/// <summary>Where the mail server is: from <c>smtp://user:password@host:port</c>, or <c>smtp+starttls://</c> to insist on encryption.</summary>
public sealed record SmtpServer(string Host, int Port, bool StartTls, NetworkCredential? Credential)
{
    public static SmtpServer From(string setting)
    {
        var address = new Uri(setting);
        var parts = address.UserInfo.Split(':', 2);
        return new SmtpServer(
            address.Host,
            address.Port > 0 ? address.Port : 25,
            address.Scheme == "smtp+starttls",
            parts.Length == 2
                ? new NetworkCredential(
                    Uri.UnescapeDataString(parts[0]),
                    Uri.UnescapeDataString(parts[1])
                )
                : null
        );
    }
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
        code is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed;
}
