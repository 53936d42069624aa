using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Partnering.Notices;
using Banyan.Partnering.Queues;

namespace Banyan.Partnering.Applications;

/// <summary>An applicant's message reaches the one who leads the case or keeps its queue, or all of the staff while nobody does.</summary>
internal sealed class TellDesk(WhoIsTold who, SiteAddress site)
{
    public async Task<IReadOnlyList<WorkChange>> WrittenAsync(
        OpenApplication open,
        string words,
        CancellationToken ct
    )
    {
        var application = open.Application;
        var text = new MailText(
            Texts.WrittenMailSubject.With(application.Reference, application.Title),
            [Texts.WrittenMailWho.With(open.Actor.Name), words],
            null,
            new MailButton(Texts.WrittenMailButton, site.Of($"/cases/{application.Reference}"))
        );
        return
        [
            .. (await who.OfMessageAsync(application, open.Now, ct)).Select(person =>
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
            null,
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
}
