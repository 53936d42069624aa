using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Notices;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>An applicant's message reaches the one who leads the case, or all of the staff while nobody does.</summary>
internal sealed class TellDesk(BanyanDb db, SiteAddress site)
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
        var text = new MailText(
            Texts.WrittenMailSubject.With(application.Reference, application.Title),
            [Texts.WrittenMailWho.With(open.Actor.Name), words, .. FileWords.Of(files)],
            null,
            new MailButton(Texts.WrittenMailButton, site.Of($"/cases/{application.Reference}"))
        );
        return
        [
            .. (told.Count > 0 ? told : staff).Select(person =>
                (
                    Mail.Of(person.Email, person.Name, text, "en", application.Id.Value) with
                    {
                        Notice = NoticeKinds.Desk,
                    }
                ).Send(open.Now)
            ),
        ];
    }
}
