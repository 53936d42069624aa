namespace Banyan.Kernel.Mail;

public static class MailVoices
{
    /// <summary>The mail with the voice of the record it belongs to, as it is called now; one that brings its own keeps it.</summary>
    public static async Task<Mail> SpokenAsync(
        this IEnumerable<IMailVoices> voices,
        Mail mail,
        CancellationToken ct
    )
    {
        if (mail.Voice is not null || mail.Thread is not { } thread)
            return mail;
        foreach (var known in voices)
            if (await known.OfAsync(mail, thread, ct) is { } voice)
                return mail.SpokenBy(voice);
        return mail;
    }
}
