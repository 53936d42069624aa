using Banyan.Kernel.Work;
using Microsoft.Extensions.Logging;

namespace Banyan.Kernel.Mail;

/// <summary>Sends one mail from the outbox. It may send twice after a crash between the server's yes and our mark, then with the same Message-ID.</summary>
internal sealed partial class MailHandler(IMailTransport transport, ILogger<MailHandler> log)
    : IWorkHandler
{
    public const string Kind = "mail.send";

    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        try
        {
            await transport.SendAsync(item.Read<Mail>(), ct);
        }
        catch (UndeliverableException refused)
        {
            // Nobody reads there; trying for ever would only keep the words of the mail lying about.
            Undeliverable(log, item.Key, refused.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "mail {Key} has no receiver: {Problem}")]
    private static partial void Undeliverable(ILogger log, string key, string problem);
}
