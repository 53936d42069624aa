using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Mail.Reading;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Mails.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Mails;

/// <summary>
/// A mail server reports that a mail of ours did not arrive. Whoever knows the key of the address or the Message-ID of the mail could say so
/// too, and both went to its receiver alone; therefore a report changes nothing but what is shown about this one mail, and sends nothing.
/// </summary>
internal sealed class TakeReport(BanyanDb db, MailIdentity identity, IClock clock)
{
    /// <param name="key">The key in the address to which the report came; null where there is none.</param>
    /// <returns>False where it is about no mail of ours, or says nothing new.</returns>
    public async Task<bool> OfAsync(DeliveryReport report, string? key, CancellationToken ct)
    {
        var mail = await NamedAsync(report, ct) ?? await NewestAsync(key, ct);
        var now = clock.GetCurrentInstant();
        if (mail is null || !mail.Report(report.Failure, now))
            return false;
        var outcome = report.Failure.IsDelay
            ? Outcome.Of(Actor.Rule, now)
            : Outcome.Of(Actor.Rule, now, new MailCameBack(mail.Thread, report.Failure.Status));
        var kind = report.Failure.IsDelay ? "late" : "back";
        var once = new Once
        {
            Key = $"mail-{kind}/{mail.Id:n}",
            Location = "",
            At = now,
        };
        return (await db.CommitAsync(outcome, ct, once)).Done;
    }

    private async Task<PostedMail?> NamedAsync(DeliveryReport report, CancellationToken ct) =>
        report.About(identity.Domain) is { } id
            ? await db.PostedMails.SingleOrDefaultAsync(mail => mail.Id == id, ct)
            : null;

    // A report without the mail itself: it can only be about one that went to whom the key belongs.
    private async Task<PostedMail?> NewestAsync(string? key, CancellationToken ct)
    {
        if (key is null)
            return null;
        var found = await db
            .Applications.SelectMany(
                application => application.Applicants.Where(a => a.ReplyKey == key),
                (application, applicant) => new { application.Id, applicant.Email }
            )
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var (thread, address) = (found.Id.Value, found.Email);
        return await db
            .PostedMails.Where(mail =>
                mail.Thread == thread && mail.Address == address && mail.TakenAt != null
            )
            .OrderByDescending(mail => mail.TakenAt)
            .ThenByDescending(mail => mail.Id)
            .FirstOrDefaultAsync(ct);
    }
}
