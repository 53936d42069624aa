using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Notices;
using Banyan.Partnering.Queues;
using Banyan.Partnering.Replies.Data;
using Banyan.Partnering.Replies.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>What staff hears by mail of the applicant's side: a message reaches the one who leads the case or keeps its queue, or all of the staff while nobody does.</summary>
internal sealed class DeskMail(BanyanDb db, WhoIsTold who, SiteAddress site, ReplyBox replies)
{
    public async Task<IReadOnlyList<WorkChange>> WrittenAsync(
        OpenApplication open,
        string words,
        IReadOnlyList<string> files,
        CancellationToken ct
    )
    {
        var application = open.Application;
        var told = await who.OfMessageAsync(application, open.Now, ct);
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
            Texts.WrittenMailNext,
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

    /// <summary>Whoever keeps the queue learns of a new case; where nobody does, it waits on Today for everybody.</summary>
    public async Task<IReadOnlyList<WorkChange>> SentAsync(
        OpenApplication open,
        CancellationToken ct
    )
    {
        var application = open.Application;
        if (await who.OfNewCaseAsync(application, open.Now, ct) is not { } keeper)
            return [];
        var text = new MailText(
            Queues.Texts.NewCaseSubject.With(application.Reference, application.Title),
            [Queues.Texts.NewCase.With(application.Title)],
            NextLineOf
                .Desk(NextFacts.Of(application), open.Program.Clocks, Ball.Staff, open.AtHome)
                .Sentence,
            new MailButton(Queues.Texts.NewCaseButton, site.Of($"/cases/{application.Reference}"))
        );
        return
        [
            (
                Mail.Of(keeper.Email, keeper.Name, text, "en", application.Id.Value) with
                {
                    Notice = NoticeKinds.Desk,
                }
            ).Send(open.Now),
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
