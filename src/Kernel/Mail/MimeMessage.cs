using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Banyan.Kernel.Text;

namespace Banyan.Kernel.Mail;

internal static class MimeMessage
{
    public static MailMessage Of(Mail mail, MailIdentity identity)
    {
        var message = new MailMessage(
            Named(identity.From, mail.Voice?.Name ?? identity.FromName),
            Named(mail.To, mail.ToName)
        )
        {
            Subject = Plain(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        if (mail.Voice?.ReplyTo is { } replyTo)
            message.ReplyToList.Add(Named(replyTo, mail.Voice.Name));
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(
                mail.Text,
                Encoding.UTF8,
                MediaTypeNames.Text.Plain
            )
        );
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(
                mail.Html,
                Encoding.UTF8,
                MediaTypeNames.Text.Html
            )
        );
        message.Headers["Message-ID"] = $"<{mail.Id:n}@{identity.Domain}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        if (mail.Unsubscribe is { } address)
        {
            message.Headers["List-Unsubscribe"] = $"<{address}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }
        if (mail.Thread is { } thread)
            message.Headers["References"] = $"<thread-{thread:n}@{identity.Domain}>";
        return message;
    }

    // The framework takes the last of several addresses, and encodes a line end in a name for the next reader to find.
    private static MailAddress Named(string address, string name)
    {
        var read = new MailAddress(address, Plain(name), Encoding.UTF8);
        return read.Address == address
            ? read
            : throw new FormatException("What should be one address is not one.");
    }

    // The framework decodes an encoded word (RFC 2047) that somebody typed; one with a line end in it would keep the mail from leaving for ever.
    private static string Plain(string words) =>
        Typed.OneLine(words).Replace("=?", "= ?", StringComparison.Ordinal);
}
