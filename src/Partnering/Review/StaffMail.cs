using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Notices;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>What staff says by mail to the applicant's side while a case is under way.</summary>
internal sealed class StaffMail(ApplicantMail mail, ReplyBox replies)
{
    /// <summary>The question and the day.</summary>
    public IReadOnlyList<WorkChange> Asked(
        Application application,
        string words,
        IReadOnlyList<string> files,
        string next,
        Instant now
    ) =>
        mail.Of(
            application,
            Texts.MailAskedSubject,
            [Texts.MailAsked, words, .. FileWords.Of(files), .. Answerable],
            next,
            now,
            (Texts.MailAskedButton, ApplicationLinks.Answer(application.Reference))
        );

    /// <summary>Once more, with the day on which the case is closed without an answer.</summary>
    public IReadOnlyList<WorkChange> StillAsked(
        Application application,
        string words,
        string closes,
        string next,
        Instant now
    ) =>
        mail.Of(
            application,
            Texts.MailStillAskedSubject,
            [Texts.MailStillAsked, words, Texts.MailStillAskedCloses.With(closes), .. Answerable],
            next,
            now,
            (Texts.MailAskedButton, ApplicationLinks.Answer(application.Reference))
        );

    public IReadOnlyList<WorkChange> Written(
        Application application,
        string words,
        IReadOnlyList<string> files,
        string by,
        string next,
        Instant now
    ) =>
        mail.Of(
            application,
            Texts.MailWrittenSubject,
            [Texts.MailWritten.With(by), words, .. FileWords.Of(files), .. Answerable],
            next,
            now,
            notice: NoticeKinds.Messages
        );

    public IReadOnlyList<WorkChange> Closed(
        Application application,
        string reason,
        string next,
        Instant now
    ) =>
        mail.Of(
            application,
            Texts.MailClosedSubject,
            [Texts.MailClosed, reason, Texts.MailClosedReopen],
            next,
            now,
            (Texts.MailClosedButton, ApplicationLinks.Reopen(application.Reference))
        );

    public IReadOnlyList<WorkChange> PutOff(
        Application application,
        string reason,
        string next,
        Instant now
    ) => mail.Of(application, Texts.MailPutOffSubject, [Texts.MailPutOff, reason], next, now);

    public IReadOnlyList<WorkChange> Reopened(Application application, string next, Instant now) =>
        mail.Of(application, Texts.MailReopenedSubject, [Texts.MailReopened], next, now);

    // Said only where it is true.
    private IEnumerable<string> Answerable => replies.IsRead ? [Texts.MailAnswerable] : [];
}
