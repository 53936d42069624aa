using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail.Reading;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Replies;

/// <summary>Somebody of the staff answers one of our mails: their words become a private note on the case, and nothing leaves to the applicant.</summary>
internal sealed class TakeNote(BanyanDb db, OpenCase open, Viewer viewer, ReplyMail mail)
{
    /// <summary>The caller has found out who wrote, and that they are the viewer.</summary>
    public async Task<Outcome> OfAsync(
        string reference,
        Audience audience,
        ReceivedMail received,
        CancellationToken ct
    )
    {
        if (!await open.LoadAsync(reference, CasePermissions.Note, ct) || !open.ForStaff)
            return ReplyRefusals.NoSuchCase;
        var (id, person) = (open.Case.Id, open.Person);
        var hourAgo = open.Now - Duration.FromHours(1);
        var written = await db.Set<ThreadEntry>()
            .CountAsync(
                entry => entry.Application == id && entry.Person == person && entry.At > hourAgo,
                ct
            );
        if (written >= ReplyWords.MostInAnHour)
            return ReplyRefusals.TooMany;
        var words = ReplyWords.Of(received);
        if (ReplyWords.Against(words) is { } refusal)
            return refusal;
        var outcome = open.Case.Note(audience, words, open.Actor, open.Now);
        if (outcome.Done && mail.AfterNote(open, viewer, received.Attachments) is { } back)
            outcome = outcome.Then(back);
        return await db.CommitAsync(outcome, ct, ReplyWords.Once(open.Case, received, open.Now));
    }
}
