using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail.Reading;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks.Domain;
using NodaTime;

namespace Banyan.Partnering.Replies;

/// <summary>What somebody wrote above what their mail program quotes.</summary>
internal static class ReplyWords
{
    /// <summary>Answers of one person in an hour: two programs that answer each other go no further.</summary>
    public const int MostInAnHour = 20;

    public static string Of(ReceivedMail received)
    {
        var words =
            received.Text
            ?? string.Join(
                "\n\n",
                Page.Read(QuotedReply.CutHtml(received.Html ?? ""))
                    .Blocks.Select(block => block.Text)
            );
        return QuotedReply.Cut(Typed.Clean(words));
    }

    /// <returns>Null where they can be kept.</returns>
    public static Refusal? Against(string words) =>
        words.Length == 0 ? ReplyRefusals.NoWords
        : words.Length > ThreadEntry.Most ? ReplyRefusals.TooLong(words.Length)
        : null;

    /// <summary>A mail server that was cut off hands in the same message again.</summary>
    /// <returns>Null where the message has no name.</returns>
    public static Once? Once(Application application, ReceivedMail received, Instant now) =>
        received.MessageId.Length == 0
            ? null
            : new Once
            {
                Key = KeyOf($"{application.Id.Value:n} {received.MessageId}"),
                Location = ApplicationLinks.Show(application.Reference),
                At = now,
            };

    private static string KeyOf(string message) =>
        $"reply/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)))}";
}
