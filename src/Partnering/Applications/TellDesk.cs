using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Notices;
using Banyan.Partnering.Replies.Data;
using Banyan.Partnering.Replies.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>An applicant's message reaches the one who leads the case, or all of the staff while nobody does.</summary>
internal sealed class TellDesk(BanyanDb db, SiteAddress site, ReplyBox replies)
{
    public async Task<IReadOnlyList<WorkChange>> WrittenAsync(
        OpenApplication open,
        string words,
        IReadOnlyList<string> files,
        CancellationToken ct
    )
    {
        var application = open.Application;
        var seats = db.SeatFacts;
        // Who stepped aside is sent nothing of the case any more, the one who led it too.
        var aside = db.DeclarationsOf(application.Id).Where(declaration => !declaration.Reads);
        var staff = await seats
            .Where(seat =>
                seat.Organisation == application.Organisation && seat.Kind == TeamKind.Staff
            )
            .Where(seat => !aside.Any(declaration => declaration.Person == seat.Person))
            .Select(seat => new
            {
                seat.Person,
                seat.Name,
                seat.Email,
            })
            .Distinct()
            .ToListAsync(ct);
        var told = staff.Where(person => person.Person == application.Lead).ToList();
        if (told.Count == 0)
            told = staff;
        if (replies.IsRead)
            await GiveKeysAsync(application, [.. told.Select(person => person.Person)], ct);
        var text = new MailText(
            Texts.WrittenMailSubject.With(application.Reference, application.Title),
            [
                Texts.WrittenMailWho.With(open.Actor.Name),
                words,
                .. FileWords.Of(files),
                .. Answerable,
            ],
            null,
            new MailButton(Texts.WrittenMailButton, site.Of($"/cases/{application.Reference}"))
        );
        return
        [
            .. told.Select(person =>
                (
                    Mail.Of(person.Email, person.Name, text, "en", application.Id.Value) with
                    {
                        Notice = NoticeKinds.Desk,
                    }
                ).Send(open.Now)
            ),
        ];
    }

    // Said only where it is true.
    private IEnumerable<string> Answerable => replies.IsRead ? [Texts.WrittenMailAnswerable] : [];

    /// <summary>With which their answers to the mail find the case.</summary>
    private async Task GiveKeysAsync(
        Application application,
        IReadOnlyList<PersonId> people,
        CancellationToken ct
    )
    {
        var id = application.Id;
        var have = await db
            .DeskReplyKeys.Where(key => key.Application == id)
            .Select(key => key.Person)
            .ToListAsync(ct);
        db.AddRange(people.Except(have).Select(person => new DeskReplyKey(id, person)));
    }
}
