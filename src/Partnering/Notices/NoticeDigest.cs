using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Ballots;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Notices;

/// <summary>Tells somebody in one mail of what was gathered for them. What they may not know of any more is left out, and a mail without anything in it is not sent. One row of work a person and kind, so a worker that slept for a week sends one.</summary>
internal sealed class NoticeDigest(
    BanyanDb db,
    ReadGathered read,
    NoticeDigestMail letter,
    IClock clock
) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var due = item.Read<NoticeDue>();
        var id = new PersonId(due.Person);
        var notice = due.Notice;
        var now = clock.GetCurrentInstant();
        var reader = await db.PersonFacts.SingleOrDefaultAsync(person => person.Id == id, ct);
        var mails = await db
            .PostedMails.Where(mail =>
                mail.Reader == id
                && mail.Notice == notice
                && mail.AsideAt != null
                && mail.ToldAt == null
                && mail.DroppedAt == null
            )
            .OrderBy(mail => mail.PlannedAt)
            .ToListAsync(ct);
        var wanted = await db
            .NoticeFacts.Where(choice => choice.Person == id && choice.Kind == notice)
            .Select(choice => (Rhythm?)choice.Rhythm)
            .SingleOrDefaultAsync(ct);
        var cases =
            reader is null || wanted == Rhythm.Never
                ? new Dictionary<Guid, GatheredCase>()
                : await read.OfAsync(reader, notice, mails, ct);
        foreach (var mail in mails)
        {
            if (cases.ContainsKey(mail.Thread))
                mail.Tell(now);
            else
                mail.Drop(now);
        }
        var outcome = Outcome.Of(Actor.Rule, now);
        if (cases.Count > 0)
            outcome = outcome.Then(letter.Of(reader!, notice, [.. cases.Values]).Send(now));
        await db.CommitOrTryAgainAsync(outcome, ct);
    }
}
