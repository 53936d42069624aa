using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using NodaTime;

namespace Banyan.Partnering.Leaving;

/// <summary>One mail about each step: what was done, why, from when, and what one can do.</summary>
internal sealed class LeavingMail(OpenPartner open, ApplicantMail mail, StaffOfPartnerMail staff)
{
    private string Organisation => open.Home.Name;
    private string Today => DayWords.Of(open.Today);
    private string Code => open.Partner.Code;

    public IReadOnlyList<WorkChange> Reviewed(string why) =>
        Partner(
            Texts.MailReviewSubject,
            [Texts.MailReview.With(Organisation), why, Texts.MailReviewCan],
            Texts.MailReviewNext.With(Organisation)
        );

    public IReadOnlyList<WorkChange> Suspended(Grounds grounds) =>
        Partner(
            Texts.MailSuspendedSubject,
            [
                Texts.MailSuspended.With(Organisation, Today),
                .. Why(grounds),
                Texts.MailSuspendedCan,
            ],
            Texts.MailSuspendedNext.With(Organisation)
        );

    public IReadOnlyList<WorkChange> Reinstated(string why) =>
        Partner(
            Texts.MailReinstatedSubject,
            [Texts.MailReinstated.With(Today), why],
            Texts.MailReinstatedNext
        );

    /// <summary>The notice of a revocation on which the partner is heard.</summary>
    public IReadOnlyList<WorkChange> Noticed(Grounds grounds, LocalDate answerBy) =>
        Partner(
            Texts.MailNoticeSubject,
            [Texts.MailNotice.With(Organisation), .. Why(grounds), Texts.MailNoticeCan],
            Texts.MailNoticeNext.With(DayWords.Of(answerBy)),
            (Texts.MailNoticeButton, LeavingLinks.Answer(Code))
        );

    public IReadOnlyList<WorkChange> Dropped() =>
        Partner(
            Texts.MailDroppedSubject,
            [Texts.MailDropped.With(Organisation)],
            Texts.MailDroppedNext
        );

    public IReadOnlyList<WorkChange> Revoked(Grounds grounds) =>
        Partner(
            Texts.MailRevokedSubject,
            [
                Texts.MailRevoked.With(Organisation, Today),
                .. Why(grounds),
                Texts.MailLeftList,
                Texts.MailRevokedCan.With(Partnership.AppealTime.Days),
            ],
            Texts.MailRevokedNext,
            (Texts.MailRevokedButton, LeavingLinks.Appeal(Code))
        );

    public IReadOnlyList<WorkChange> AppealAnswered(bool lift, string why) =>
        Partner(
            Texts.MailAppealAnsweredSubject,
            [lift ? Texts.MailAppealLifted : Texts.MailAppealStands, why],
            lift ? Texts.MailReinstatedNext : Texts.MailAppealStandsNext
        );

    /// <summary>The organisation stepped back.</summary>
    public IReadOnlyList<WorkChange> SteppedBack(string why) =>
        Partner(
            Texts.MailSteppedBackSubject,
            [
                Texts.MailSteppedBack.With(Organisation, Today),
                .. Said(why),
                Texts.MailLeftList,
                Texts.MailSteppedBackCan.With(Organisation),
            ],
            Texts.MailSteppedBackNext
        );

    /// <summary>The organisation takes up again what it had ended.</summary>
    public IReadOnlyList<WorkChange> TakenUp(string why) =>
        Partner(
            Texts.MailTakenUpSubject,
            [Texts.MailTakenUp.With(Organisation), .. Said(why)],
            Texts.MailReviewNext.With(Organisation)
        );

    public IReadOnlyList<WorkChange> TermEnds(LocalDate until) =>
        Partner(
            Texts.MailTermSubject,
            [Texts.MailTerm.With(DayWords.Of(until)), Texts.MailTermCan],
            Texts.MailTermNext.With(DayWords.Of(until)),
            (Texts.MailTermButton, $"/programs/{open.Program.Slug}")
        );

    public IReadOnlyList<WorkChange> Expired(LocalDate until) =>
        Partner(
            Texts.MailExpiredSubject,
            [Texts.MailExpired.With(DayWords.Of(until)), Texts.MailLeftList, Texts.MailExpiredCan],
            Texts.MailExpiredNext,
            (Texts.MailTermButton, $"/programs/{open.Program.Slug}")
        );

    public Task<IReadOnlyList<WorkChange>> ChangeToldAsync(string words, CancellationToken ct) =>
        DeskAsync(Texts.DeskChangeSubject, Texts.DeskChange, words, Texts.DeskChangeNext, ct);

    public Task<IReadOnlyList<WorkChange>> SteppedBackAsync(string why, CancellationToken ct) =>
        DeskAsync(
            Texts.DeskSteppedBackSubject,
            Texts.DeskSteppedBack,
            why,
            Texts.DeskSteppedBackNext,
            ct
        );

    public Task<IReadOnlyList<WorkChange>> TakenUpAsync(string why, CancellationToken ct) =>
        DeskAsync(Texts.DeskTakenUpSubject, Texts.DeskTakenUp, why, Texts.DeskChangeNext, ct);

    public Task<IReadOnlyList<WorkChange>> AnsweredAsync(string words, CancellationToken ct) =>
        DeskAsync(Texts.DeskAnsweredSubject, Texts.DeskAnswered, words, Texts.DeskAnsweredNext, ct);

    public Task<IReadOnlyList<WorkChange>> AppealedAsync(string words, CancellationToken ct) =>
        DeskAsync(Texts.DeskAppealedSubject, Texts.DeskAppealed, words, Texts.DeskAppealedNext, ct);

    private static IEnumerable<string> Said(string words) => words.Length > 0 ? [words] : [];

    // Of a case of conduct the code name alone leaves the room of its responders.
    private static IEnumerable<string> Why(Grounds grounds) =>
        [
            grounds.Words,
            .. Said(grounds.Clause.Length > 0 ? Texts.MailClause.With(grounds.Clause) : ""),
            .. Said(
                grounds.ConductCase.Length > 0 ? Texts.MailConduct.With(grounds.ConductCase) : ""
            ),
        ];

    private IReadOnlyList<WorkChange> Partner(
        string subject,
        IReadOnlyList<string> paragraphs,
        string next,
        (string Words, string Href)? button = null
    ) =>
        mail.Of(
            open.Application,
            subject,
            paragraphs,
            next,
            open.Now,
            button ?? (Texts.MailButton, PartnerLinks.Inside(Code))
        );

    private Task<IReadOnlyList<WorkChange>> DeskAsync(
        string subject,
        string what,
        string words,
        string next,
        CancellationToken ct
    ) =>
        staff.OfAsync(
            subject,
            [what.With(open.Actor.Name), .. Said(words)],
            next,
            (Texts.MailButton, PartnerLinks.Inside(Code)),
            ct
        );
}
