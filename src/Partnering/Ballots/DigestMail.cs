using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Notices;
using Banyan.Partnering.Review;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>The weekly mail: what waits, how long it takes, one button, and how to get no more of it.</summary>
internal sealed class DigestMail(SiteAddress site)
{
    /// <param name="until">From then on the next one says it better.</param>
    public WorkChange Of(
        SeatFacts member,
        OrganisationFacts organisation,
        IReadOnlyList<WaitingCase> waiting,
        Instant now,
        Instant until
    )
    {
        var culture = CultureInfo.CurrentCulture;
        var stop = site.Of(NoticePages.Stop(member.UnsubscribeKey, NoticeKinds.Week));
        var mail = Mail.Of(
            member.Email,
            member.Name,
            new MailText(
                Plural.Of(waiting.Count, Texts.DigestSubjectOne, Texts.DigestSubjectOther, culture),
                [
                    Texts.MailHello.With(ReviewTeam.NameOf(member)),
                    (waiting.Count == 1 ? Texts.DigestLeadOne : Texts.DigestLead).With(
                        organisation.Name,
                        QueueWords.Minutes(waiting)
                    ),
                    .. waiting.Select(each => Line(each, now)),
                    Texts.DigestFormula,
                    Texts.DigestStop.With(stop),
                ],
                Texts.DigestNext.With(RoundSentences.Day(waiting[0].ClosesAt.Date)),
                new MailButton(Texts.DigestButton, site.Of(CaseLinks.Next))
            ),
            "en"
        ) with
        {
            Until = until.ToDateTimeOffset(),
            Unsubscribe = stop,
        };
        return mail.SpokenBy(organisation.Voice).Send(now);
    }

    /// <summary>Of a case about which the member has not declared, no more than its name.</summary>
    private static string Line(WaitingCase waiting, Instant now) =>
        waiting.Cleared
            ? Texts.DigestCase.With(
                waiting.Reference,
                waiting.Title,
                RoundSentences.Day(waiting.ClosesAt.Date),
                Kernel.Ui.DayWords.Distance(
                    waiting.ClosesAt.Date,
                    now.InZone(waiting.ClosesAt.Zone).Date
                )
            )
            : Texts.DigestUndeclared.With(waiting.Title);
}
