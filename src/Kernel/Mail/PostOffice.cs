namespace Banyan.Kernel.Mail;

/// <summary>Hands a mail to the mail server, in the voice of the record it belongs to.</summary>
public sealed class PostOffice(IMailTransport transport, IEnumerable<IMailVoices> voices)
{
    /// <exception cref="UndeliverableException">The server will never take it.</exception>
    public async Task HandInAsync(Mail mail, CancellationToken ct) =>
        await transport.SendAsync(await voices.SpokenAsync(mail, ct), ct);
}
