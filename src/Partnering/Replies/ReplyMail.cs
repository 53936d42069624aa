using Banyan.Kernel.Access;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review;

namespace Banyan.Partnering.Replies;

/// <summary>What one has to know after an answer by mail that was not all that one may think.</summary>
internal sealed class ReplyMail(SiteAddress site)
{
    /// <returns>Null where nothing has to be said.</returns>
    public WorkChange? After(OpenApplication open, IReadOnlyList<string> attachments)
    {
        var application = open.Application;
        var stillAsked = application is { Ball: Ball.Applicant, Asked: not null };
        if (!stillAsked && attachments.Count == 0 || open.Viewer.Email is not { } address)
            return null;
        List<string> words = [Texts.MailTaken];
        if (attachments.Count > 0)
            words.Add(Texts.MailAttachments.With(string.Join(", ", attachments)));
        if (stillAsked)
            words.Add(Texts.MailStillAsked);
        var next = NextLineOf.Applicant(
            NextFacts.Of(application),
            open.Program.Clocks,
            open.AtHome
        );
        return Mail.Of(
                address,
                open.Viewer.Name,
                new MailText(
                    Texts.MailSubject.With(application.Reference, application.Title),
                    words,
                    next.Sentence,
                    stillAsked
                        ? new MailButton(
                            Texts.MailAnswerButton,
                            site.Of(ApplicationLinks.Answer(application.Reference))
                        )
                        : new MailButton(
                            Texts.MailButton,
                            site.Of(ApplicationLinks.Show(application.Reference))
                        )
                ),
                "en",
                application.Id.Value
            )
            .Send(open.Now);
    }

    /// <returns>Null where nothing has to be said.</returns>
    public WorkChange? AfterNote(OpenCase open, Viewer viewer, IReadOnlyList<string> attachments) =>
        attachments.Count == 0 || viewer.Email is not { } address
            ? null
            : Mail.Of(
                    address,
                    viewer.Name,
                    new MailText(
                        Texts.MailSubject.With(open.Case.Reference, open.Case.Title),
                        [
                            Texts.MailNoteTaken,
                            Texts.MailNoteAttachments.With(string.Join(", ", attachments)),
                        ],
                        Texts.MailNoteNext,
                        new MailButton(
                            Texts.MailNoteButton,
                            site.Of(CaseLinks.Show(open.Case.Reference))
                        )
                    ),
                    "en",
                    open.Case.Id.Value
                )
                .Send(open.Now);
}
