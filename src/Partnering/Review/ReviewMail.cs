using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Notices;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>What the desk says by mail while a case is under way. Mails of one case form one thread.</summary>
internal sealed class ReviewMail(SiteAddress site, ReplyBox replies)
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
        (
            Mail.Of(
                member.Email,
                member.Name,
                new MailText(
                    Fill(Texts.MailVoteSubject, application.Reference, application.Title),
                    [
                        Fill(Texts.MailVoteHello, ReviewTeam.NameOf(member)),
                        Fill(Texts.MailVoteWanted, application.Title),
                    ],
                    next,
                    new MailButton(
                        Texts.MailVoteButton,
                        site.Of(CaseLinks.Show(application.Reference))
                    )
                ),
                Language,
                application.Id.Value
            ) with
            {
                Notice = NoticeKinds.Rounds,
            }
        ).Send(now);

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
        Mail.Of(
                lead.Email,
                lead.Name,
                new MailText(
                    Fill(Texts.MailLeadSubject, application.Reference, application.Title),
                    [
                        Fill(Texts.MailLead, by, application.Title),
                        .. note.Length == 0 ? Array.Empty<string>() : [Texts.MailLeadNote, note],
                    ],
                    next,
                    new MailButton(
                        Texts.MailLeadButton,
                        site.Of(CaseLinks.Show(application.Reference))
                    )
                ),
                Language,
                application.Id.Value
            )
            .Send(now);

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
        Mail.Of(
                lead.Email,
                lead.Name,
                new MailText(
                    Plural.Of(
                        cases.Count,
                        Texts.MailHandedSubjectOne,
                        Texts.MailHandedSubject,
                        CultureInfo.CurrentCulture
                    ),
                    [
                        Fill(Texts.MailHanded, by, from),
                        string.Join(
                            "\n",
                            cases
                                .Take(MostListed)
                                .Select(each => $"{each.Reference} {each.Title}")
                                .Concat(
                                    cases.Count > MostListed
                                        ? [Fill(Texts.MailHandedMore, cases.Count - MostListed)]
                                        : []
                                )
                        ),
                        .. note.Length == 0 ? Array.Empty<string>() : [Texts.MailLeadNote, note],
                    ],
                    null,
                    new MailButton(
                        Texts.MailHandedButton,
                        site.Of($"{CaseLinks.All}?lead={QueueFilter.Me}")
                    )
                ),
                Language,
                cases[0].Id.Value
            )
            .Send(now);

    /// <summary>To everybody on the applicant's side who has proven an address: the question and the day.</summary>
    public IEnumerable<WorkChange> Asked(
        Application application,
        string words,
        IReadOnlyList<string> files,
        string next,
        Instant now
    ) =>
        ApplicantMail.Send(
            application,
            new MailText(
                Fill(Texts.MailAskedSubject, application.Reference, application.Title),
                [Texts.MailAsked, words, .. FileWords.Of(files), .. Answerable],
                next,
                new MailButton(
                    Texts.MailAskedButton,
                    site.Of(ApplicationLinks.Answer(application.Reference))
                )
            ),
            now
        );

    public IEnumerable<WorkChange> Written(
        Application application,
        string words,
        IReadOnlyList<string> files,
        string by,
        string next,
        Instant now
    ) =>
        ApplicantMail.Send(
            application,
            new MailText(
                Fill(Texts.MailWrittenSubject, application.Reference, application.Title),
                [Fill(Texts.MailWritten, by), words, .. FileWords.Of(files), .. Answerable],
                next,
                new MailButton(
                    Texts.MailWrittenButton,
                    site.Of(ApplicationLinks.Show(application.Reference))
                )
            ),
            now,
            NoticeKinds.Messages
        );

    /// <summary>Once more, with the day on which the case is closed without an answer.</summary>
    public IEnumerable<WorkChange> StillAsked(
        Application application,
        string words,
        string closes,
        string next,
        Instant now
    ) =>
        ApplicantMail.Send(
            application,
            new MailText(
                Fill(Texts.MailStillAskedSubject, application.Reference, application.Title),
                [
                    Texts.MailStillAsked,
                    words,
                    Fill(Texts.MailStillAskedCloses, closes),
                    .. Answerable,
                ],
                next,
                new MailButton(
                    Texts.MailAskedButton,
                    site.Of(ApplicationLinks.Answer(application.Reference))
                )
            ),
            now
        );

    public IEnumerable<WorkChange> Closed(
        Application application,
        string reason,
        string next,
        Instant now
    ) =>
        ApplicantMail.Send(
            application,
            new MailText(
                Fill(Texts.MailClosedSubject, application.Reference, application.Title),
                [Texts.MailClosed, reason, Texts.MailClosedReopen],
                next,
                new MailButton(
                    Texts.MailClosedButton,
                    site.Of(ApplicationLinks.Reopen(application.Reference))
                )
            ),
            now
        );

    public IEnumerable<WorkChange> PutOff(
        Application application,
        string reason,
        string next,
        Instant now
    ) =>
        ApplicantMail.Send(
            application,
            new MailText(
                Fill(Texts.MailPutOffSubject, application.Reference, application.Title),
                [Texts.MailPutOff, reason],
                next,
                new MailButton(
                    Texts.MailWrittenButton,
                    site.Of(ApplicationLinks.Show(application.Reference))
                )
            ),
            now
        );

    public IEnumerable<WorkChange> Reopened(Application application, string next, Instant now) =>
        ApplicantMail.Send(
            application,
            new MailText(
                Fill(Texts.MailReopenedSubject, application.Reference, application.Title),
                [Texts.MailReopened],
                next,
                new MailButton(
                    Texts.MailWrittenButton,
                    site.Of(ApplicationLinks.Show(application.Reference))
                )
            ),
            now
        );

    // Said only where it is true.
    private IEnumerable<string> Answerable => replies.IsRead ? [Texts.MailAnswerable] : [];

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
