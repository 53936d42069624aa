using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Notices;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>What those who work on a case say to one another by mail. Mails of one case form one thread.</summary>
internal sealed class ReviewMail(SiteAddress site)
{
    private const string Language = "en";
    private const int MostListed = 40;

    /// <summary>To each member with a vote: there is something to vote on.</summary>
    public WorkChange VoteWanted(
        Application application,
        SeatFacts member,
        string next,
        Instant now
    ) =>
        To(
            member,
            application,
            new MailText(
                Texts.MailVoteSubject.With(application.Reference, application.Title),
                [
                    Texts.MailVoteHello.With(ReviewTeam.NameOf(member)),
                    Texts.MailVoteWanted.With(application.Title),
                ],
                next,
                new MailButton(Texts.MailVoteButton, site.Of(CaseLinks.Show(application.Reference)))
            ),
            now,
            NoticeKinds.Rounds
        );

    /// <summary>To whoever leads the case from now on.</summary>
    /// <param name="note">May be empty.</param>
    public WorkChange LeadGiven(
        Application application,
        SeatFacts lead,
        string by,
        string note,
        string next,
        Instant now
    ) =>
        To(
            lead,
            application,
            new MailText(
                Texts.MailLeadSubject.With(application.Reference, application.Title),
                [Texts.MailLead.With(by, application.Title), .. Noted(note)],
                next,
                new MailButton(Texts.MailLeadButton, site.Of(CaseLinks.Show(application.Reference)))
            ),
            now
        );

    /// <summary>One mail for all cases that somebody leads from now on.</summary>
    /// <param name="from">Who led them.</param>
    public WorkChange HandedOver(
        IReadOnlyList<Application> cases,
        SeatFacts lead,
        string from,
        string by,
        string note,
        Instant now
    ) =>
        To(
            lead,
            cases[0],
            new MailText(
                Plural.Of(
                    cases.Count,
                    Texts.MailHandedSubjectOne,
                    Texts.MailHandedSubject,
                    CultureInfo.CurrentCulture
                ),
                [
                    by == from ? Texts.MailHandedOwn.With(by) : Texts.MailHanded.With(by, from),
                    Listed(cases),
                    .. Noted(note),
                ],
                Texts.MailHandedNext,
                new MailButton(
                    Texts.MailHandedButton,
                    site.Of($"{CaseLinks.All}?lead={QueueFilter.Me}")
                )
            ),
            now
        );

    private static string Listed(IReadOnlyList<Application> cases) =>
        string.Join(
            "\n",
            cases
                .Take(MostListed)
                .Select(each => $"{each.Reference} {each.Title}")
                .Concat(
                    cases.Count > MostListed
                        ? [Texts.MailHandedMore.With(cases.Count - MostListed)]
                        : []
                )
        );

    private static string[] Noted(string note) =>
        note.Length == 0 ? [] : [Texts.MailLeadNote, note];

    private static WorkChange To(
        SeatFacts reader,
        Application application,
        MailText text,
        Instant now,
        string? notice = null
    ) =>
        (
            Mail.Of(reader.Email, reader.Name, text, Language, application.Id.Value) with
            {
                Notice = notice,
            }
        ).Send(now);
}
