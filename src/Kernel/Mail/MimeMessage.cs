using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Banyan.Kernel.Mail;

internal static class MimeMessage
{
    public static MailMessage Of(Mail mail, MailIdentity identity)
    {
        var message = new MailMessage(
            new MailAddress(identity.From, mail.Voice?.Name ?? identity.FromName, Encoding.UTF8),
            new MailAddress(mail.To, mail.ToName, Encoding.UTF8)
        )
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        if (mail.Voice?.ReplyTo is { } replyTo)
            message.ReplyToList.Add(new MailAddress(replyTo, mail.Voice.Name, Encoding.UTF8));
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
}
