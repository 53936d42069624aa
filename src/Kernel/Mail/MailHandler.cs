using Banyan.Kernel.Work;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Kernel.Mail;

/// <summary>Sends one mail from the outbox. It may send twice after a crash between the server's yes and our mark, then with the same Message-ID.</summary>
internal sealed partial class MailHandler(
    IMailTransport transport,
    IEnumerable<IMailVoices> voices,
    IClock clock,
    ILogger<MailHandler> log
) : IWorkHandler
{
    public const string Kind = "mail.send";

    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var mail = item.Read<Mail>();
        if (mail.Until <= clock.GetCurrentInstant().ToDateTimeOffset())
        {
            Late(log, item.Key);
            return;
        }
        try
        {
            await transport.SendAsync(await voices.SpokenAsync(mail, ct), ct);
        }
        catch (UndeliverableException refused)
        {
            // Nobody reads there; trying for ever would only keep the words of the mail lying about.
            Undeliverable(log, item.Key, refused.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "mail {Key} has no receiver: {Problem}")]
    private static partial void Undeliverable(ILogger log, string key, string problem);

    [LoggerMessage(LogLevel.Warning, "mail {Key} waited until it was over, and is not sent")]
    private static partial void Late(ILogger log, string key);
}
