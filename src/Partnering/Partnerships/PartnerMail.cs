using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Domain;
using NodaTime;

namespace Banyan.Partnering.Partnerships;

/// <summary>What a partner hears about the conditions of an approval, and about the look in the middle of a term.</summary>
internal sealed class PartnerMail(ApplicantMail mail)
{
    public IReadOnlyList<WorkChange> ConditionsLeft(
        Application application,
        Partnership partner,
        Instant now
    )
    {
        var by = DayWords.Of(partner.ConditionsBy!.Value);
        var left = partner
            .ConditionsLeft.OrderBy(condition => condition.Position)
            .Select(condition => $"- {condition.Words}");
        return mail.Of(
            application,
            Texts.MailConditionsSubject,
            [Texts.MailConditions.With(by), string.Join('\n', left)],
            Texts.MailConditionsNext.With(by),
            now,
            (Texts.MailConditionsButton, PartnerLinks.Conditions(application.Reference))
        );
    }

    public IReadOnlyList<WorkChange> ConditionsMet(
        Application application,
        Partnership partner,
        Instant now
    ) =>
        mail.Of(
            application,
            Texts.MailConditionsMetSubject,
            [Texts.MailConditionsMet.With(application.Title)],
            Texts.MailConditionsMetNext,
            now,
            (Texts.MailPartnerButton, PartnerLinks.Show(partner.Code))
        );

    public IReadOnlyList<WorkChange> LooksAgain(Application application, Instant now) =>
        mail.Of(
            application,
            Texts.MailLookAgainSubject,
            [Texts.MailLookAgain],
            Texts.MailLookAgainNext,
            now,
            (Texts.MailLookAgainButton, ApplicationLinks.Write(application.Reference))
        );

    /// <param name="words">What came of it.</param>
    public IReadOnlyList<WorkChange> GoesOn(
        Application application,
        Partnership partner,
        string words,
        Instant now
    ) =>
        mail.Of(
            application,
            Texts.MailGoesOnSubject,
            [Texts.MailGoesOn, words],
            Texts.MailGoesOnNext,
            now,
            (Texts.MailPartnerButton, PartnerLinks.Show(partner.Code))
        );
}
