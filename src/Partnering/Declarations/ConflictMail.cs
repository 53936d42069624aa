using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Review;
using NodaTime;

namespace Banyan.Partnering.Declarations;

/// <summary>What is said by mail about conflicts of interest: the reference of a case, and nothing of what is written in it. None of them says who doubted.</summary>
internal sealed class ConflictMail(SiteAddress site)
{
    private const string Language = "en";

    public IEnumerable<WorkChange> Waived(LedCase led, Declaration declaration)
    {
        if (led.SeatOf(declaration.Person) is { } member)
            yield return Say(
                led.Case,
                member,
                Texts.MailWaived.With(led.Case.Reference, declaration.WaivedByName!),
                Texts.MailWaivedNext,
                CaseLinks.Show(led.Case.Reference),
                led.Turn.Now
            );
    }

    public IEnumerable<WorkChange> Challenged(
        Application application,
        Challenge challenge,
        IEnumerable<SeatFacts> deciders,
        Instant now
    ) =>
        deciders.Select(decider =>
            Say(
                application,
                decider,
                Texts.MailChallenged.With(challenge.AboutName, application.Reference),
                Texts.MailChallengedNext,
                DeclarationLinks.Decide(application.Reference, challenge.Id),
                now,
                Texts.MailChallengedButton
            )
        );

    /// <summary>To both: who doubted, and about whom.</summary>
    public IEnumerable<WorkChange> Decided(LedCase led, Challenge challenge)
    {
        var upheld = challenge.Upheld == true;
        var reference = led.Case.Reference;
        var reason = challenge.DecisionReason!;
        if (led.SeatOf(challenge.By) is { } by)
            yield return Say(
                led.Case,
                by,
                (upheld ? Texts.MailUpheldToBy : Texts.MailRefusedToBy).With(
                    challenge.AboutName,
                    reference,
                    reason
                ),
                Texts.MailDecidedNext,
                CaseLinks.Show(reference),
                led.Turn.Now
            );
        if (led.SeatOf(challenge.About) is { } about)
            yield return Say(
                led.Case,
                about,
                (upheld ? Texts.MailUpheldToAbout : Texts.MailRefusedToAbout).With(
                    challenge.DecidedByName!,
                    reference,
                    reason
                ),
                Texts.MailDecidedNext,
                DeclarationLinks.Who(reference),
                led.Turn.Now,
                Texts.MailWhoButton
            );
    }

    // The title of a case is left out: whoever decides, or is out of it, need not read the case.
    private WorkChange Say(
        Application application,
        SeatFacts member,
        string words,
        string next,
        string path,
        Instant now,
        string? button = null
    ) =>
        Mail.Of(
                member.Email,
                member.Name,
                new MailText(
                    Texts.MailSubject.With(application.Reference),
                    [Texts.MailHello.With(ReviewTeam.NameOf(member)), words],
                    next,
                    new MailButton(button ?? Texts.MailButton, site.Of(path))
                ),
                Language,
                application.Id.Value
            )
            .Send(now);
}
