using Banyan.Kernel.Text;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Reports.Domain;
using NodaTime;

namespace Banyan.Partnering.Reports;

/// <summary>What both sides hear of reports.</summary>
internal sealed class ReportMail(OpenPartner open, ApplicantMail mail, StaffOfPartnerMail staff)
{
    public IReadOnlyList<WorkChange> Wanted(LocalDate due, bool required) =>
        ToPartner(
            Texts.MailWantedSubject,
            [
                (required ? Texts.MailWanted : Texts.MailWished).With(
                    open.Partner.Title,
                    open.Home.Name,
                    StandingWords.Day(due)
                ),
                Texts.MailWantedHow,
            ],
            required ? Texts.MailWantedNext.With(StandingWords.Day(due)) : Texts.MailWishedNext,
            (Texts.MailWriteButton, ReportLinks.Write(open.Partner.Code))
        );

    public IReadOnlyList<WorkChange> Late(LocalDate due) =>
        ToPartner(
            Texts.MailLateSubject,
            [Texts.MailLate.With(open.Partner.Title, StandingWords.Day(due)), Texts.MailWantedHow],
            Texts.MailLateNext,
            (Texts.MailWriteButton, ReportLinks.Write(open.Partner.Code))
        );

    public IReadOnlyList<WorkChange> Asked(PartnerReport report, string words) =>
        ToPartner(
            Texts.MailAskedSubject,
            [Texts.MailAsked.With(open.Home.Name), words],
            Texts.MailAskedNext,
            (Texts.MailAnswerButton, ReportLinks.Answer(open.Partner.Code, report.Id))
        );

    public IReadOnlyList<WorkChange> Thanked(PartnerReport report, string words) =>
        ToPartner(
            Texts.MailThankedSubject,
            words.Length > 0
                ? [Texts.MailThanked.With(open.Home.Name), words]
                : [Texts.MailThanked.With(open.Home.Name)],
            Texts.MailThankedNext,
            (Texts.MailReadButton, ReportLinks.Show(open.Partner.Code, report.Id))
        );

    public Task<IReadOnlyList<WorkChange>> SentAsync(PartnerReport report, CancellationToken ct) =>
        staff.OfAsync(
            Texts.MailSentSubject,
            [Texts.MailSent.With(open.Partner.Title)],
            Texts.MailSentNext,
            (Texts.MailReadButton, ReportLinks.Show(open.Partner.Code, report.Id)),
            ct
        );

    public Task<IReadOnlyList<WorkChange>> AnsweredAsync(
        PartnerReport report,
        string words,
        CancellationToken ct
    ) =>
        staff.OfAsync(
            Texts.MailAnsweredSubject,
            [Texts.MailAnswered.With(open.Actor.Name), words],
            Texts.MailSentNext,
            (Texts.MailReadButton, ReportLinks.Show(open.Partner.Code, report.Id)),
            ct
        );

    private IReadOnlyList<WorkChange> ToPartner(
        string subject,
        IReadOnlyList<string> paragraphs,
        string next,
        (string Words, string Href) button
    ) => mail.Of(open.Application, subject, paragraphs, next, open.Now, button);
}
