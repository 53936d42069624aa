using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Kernel.Mail;

/// <summary>Sends one mail from the outbox. It may send twice after a crash between the server's yes and our mark, then with the same Message-ID.</summary>
internal sealed partial class MailHandler(
    PostOffice post,
    BanyanDb db,
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
            await KeepAsync(mail, (posted, now) => posted.Drop(now), ct);
            return;
        }
        if (await post.AsideAsync(mail, ct) is { } aside)
        {
            await KeepAsync(mail, (posted, now) => posted.PutAside(aside.Reader, now), ct, aside);
            return;
        }
        try
        {
            await post.HandInAsync(mail, ct);
        }
        catch (UndeliverableException refused)
        {
            // Nobody reads there; trying for ever would only keep the words of the mail lying about.
            Undeliverable(log, item.Key, refused.Message);
            await KeepAsync(mail, (posted, now) => posted.Refuse(refused.Message, now), ct);
            return;
        }
        await KeepAsync(mail, (posted, now) => posted.Take(now), ct);
    }

    private async Task KeepAsync(
        Mail mail,
        Action<PostedMail, Instant> change,
        CancellationToken ct,
        PutAside? aside = null
    )
    {
        // Only what belongs to a record has a trace; a code has none.
        if (
            mail.Thread is null
            || await db.PostedMails.SingleOrDefaultAsync(row => row.Id == mail.Id, ct)
                is not { } posted
        )
            return;
        var now = clock.GetCurrentInstant();
        change(posted, now);
        var outcome = Outcome.Of(Actor.Rule, now);
        if (aside?.Digest is { } digest)
            outcome = outcome.Then(digest);
        await db.CommitOrTryAgainAsync(outcome, ct);
    }

    [LoggerMessage(LogLevel.Warning, "mail {Key} has no receiver: {Problem}")]
    private static partial void Undeliverable(ILogger log, string key, string problem);

    [LoggerMessage(LogLevel.Warning, "mail {Key} waited until it was over, and is not sent")]
    private static partial void Late(ILogger log, string key);
}
