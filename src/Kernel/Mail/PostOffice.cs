namespace Banyan.Kernel.Mail;

/// <summary>Hands a mail to the mail server, in the voice of the record it belongs to.</summary>
public sealed class PostOffice(
    IMailTransport transport,
    IEnumerable<IMailVoices> voices,
    IEnumerable<INoticeRhythms> rhythms
)
{
    /// <summary>The kind of work that a mail is.</summary>
    public const string Kind = MailHandler.Kind;

    /// <returns>Null where the mail leaves now.</returns>
    public async Task<PutAside?> AsideAsync(Mail mail, CancellationToken ct)
    {
        if (mail.Notice is null)
            return null;
        foreach (var known in rhythms)
            if (await known.OfAsync(mail, ct) is { } aside)
                return aside;
        return null;
    }

    /// <exception cref="UndeliverableException">The server will never take it.</exception>
    public async Task HandInAsync(Mail mail, CancellationToken ct) =>
        await transport.SendAsync(await voices.SpokenAsync(mail, ct), ct);
}
