using Banyan.Kernel.Work;

namespace Banyan.Kernel.Mail;

/// <summary>Sends one mail from the outbox. It may send twice after a crash between the server's yes and our mark, then with the same Message-ID.</summary>
internal sealed class MailHandler(IMailTransport transport) : IWorkHandler
{
    public const string Kind = "mail.send";

    public Task HandleAsync(WorkItem item, CancellationToken ct) =>
        transport.SendAsync(item.Read<Mail>(), ct);
}
