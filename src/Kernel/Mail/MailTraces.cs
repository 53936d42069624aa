using Banyan.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Kernel.Mail;

/// <summary>A mail of a record, and how the outbox stands with it.</summary>
/// <param name="Attempts">How often it was tried; counts while it waits.</param>
/// <param name="Problem">What stood in the way the last time, as it was kept for the operator; null where nothing did.</param>
/// <param name="NextTry">Null once it does not wait any more.</param>
public sealed record MailTrace(PostedMail Mail, int Attempts, string? Problem, Instant? NextTry);

public static class MailTraces
{
    private const int Latest = 200;

    extension(BanyanDb db)
    {
        public DbSet<PostedMail> PostedMails => db.Set<PostedMail>();

        /// <summary>Mails that show that their address does not take mail, as long as no later one of the record was taken and stayed there.</summary>
        public IQueryable<PostedMail> MailTroubles
        {
            get
            {
                var mails = db.Set<PostedMail>().AsNoTracking();
                return mails.Where(mail =>
                    mail.TroubleAt != null
                    && !mails.Any(later =>
                        later.Thread == mail.Thread
                        && later.Address == mail.Address
                        && later.TakenAt > mail.TroubleAt
                        && later.ReturnedAt == null
                    )
                );
            }
        }

        /// <summary>The mails of a record, newest first, in two statements.</summary>
        public async Task<IReadOnlyList<MailTrace>> MailsOfAsync(Guid thread, CancellationToken ct)
        {
            var mails = await db.Set<PostedMail>()
                .AsNoTracking()
                .Where(mail => mail.Thread == thread)
                .OrderByDescending(mail => mail.PlannedAt)
                .ThenByDescending(mail => mail.Id)
                .Take(Latest)
                .ToListAsync(ct);
            var waiting = await db
                .Work.AsNoTracking()
                .Where(item =>
                    item.DoneAt == null && item.Kind == MailHandler.Kind && item.Subject == thread
                )
                .ToDictionaryAsync(item => item.Key, ct);
            return
            [
                .. mails.Select(mail =>
                    waiting.TryGetValue(Mail.KeyOf(mail.Id), out var item)
                        ? new MailTrace(mail, item.Attempts, item.Problem, item.DueAt)
                        : new MailTrace(mail, 0, null, null)
                ),
            ];
        }
    }
}
