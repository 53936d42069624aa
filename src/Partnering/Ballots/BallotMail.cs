using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Notices;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>What a round says by mail to those who vote in it. A mail about a case names its reference and its turn, nothing of what is written or voted in it.</summary>
internal sealed class BallotMail(BanyanDb db, SiteAddress site)
{
    private const string Language = "en";

    /// <summary>A discussion, an extension or a tie: those who have to act are told.</summary>
    public async Task<IReadOnlyList<WorkChange>> TurnedAsync(
        CaseTurn turn,
        BallotRound round,
        RoundStep step,
        DateTimeZone zone,
        CancellationToken ct
    )
    {
        var until = RoundSentences.Day(round.ClosesAt.InZone(zone).Date);
        var (words, next) = step switch
        {
            RoundStep.Discuss => (Texts.MailDiscussion, Texts.MailDiscussionNext),
            RoundStep.Extend => (Texts.MailExtended, Texts.MailVoteNext),
            RoundStep.AskChair => (Texts.MailTie, Texts.MailTieNext),
            RoundStep.Wait or RoundStep.Close => throw new InvalidOperationException(
                $"Nobody is told of {step}."
            ),
        };
        return await ToAsync(
            turn.Case,
            round,
            seat =>
                step == RoundStep.AskChair
                    ? seat is { Chair: true, Standing: SeatStanding.Seated }
                    : seat.Eligible,
            words.With(turn.Case.Reference),
            next.With(until),
            turn.Now,
            ct,
            // Whoever leads has to break a tie, and not on Monday.
            step == RoundStep.AskChair
                ? null
                : NoticeKinds.Rounds
        );
    }

    /// <summary>The answers changed: who voted on them is asked for a second look.</summary>
    public Task<IReadOnlyList<WorkChange>> StaleAsync(
        Application application,
        BallotRound round,
        DateTimeZone zone,
        Instant now,
        CancellationToken ct
    ) =>
        ToAsync(
            application,
            round,
            seat => seat.Eligible && round.BallotOf(seat.Person) is { Counts: false },
            Texts.MailStale.With(application.Reference),
            Texts.MailStaleNext.With(RoundSentences.Day(round.ClosesAt.InZone(zone).Date)),
            now,
            ct
        );

    /// <summary>To each member who could vote and has not.</summary>
    public Task<IReadOnlyList<WorkChange>> SilentAsync(
        Application application,
        BallotRound round,
        ZonedDateTime here,
        CancellationToken ct
    )
    {
        var last = round.ClosesAt.InZone(here.Zone).Date;
        return ToAsync(
            application,
            round,
            round.Silent().Contains,
            Texts.MailNudge.With(
                application.Reference,
                RoundSentences.Day(last),
                DayWords.Distance(last, here.Date)
            ),
            Texts.MailVoteNext.With(RoundSentences.Day(last)),
            here.ToInstant(),
            ct
        );
    }

    /// <summary>To whoever leads the team: the round should be over, and these have not voted.</summary>
    public async Task<IReadOnlyList<WorkChange>> TellChairAsync(
        Application application,
        BallotRound round,
        ZonedDateTime here,
        CancellationToken ct
    )
    {
        var silent = round.Silent();
        return silent.Count == 0
            ? []
            : await ToAsync(
                application,
                round,
                seat => seat is { Chair: true, Standing: SeatStanding.Seated },
                Texts.MailSilent.With(
                    application.Reference,
                    RoundSentences.Day(round.FirstEnd.InZone(here.Zone).Date),
                    string.Join(
                        ", ",
                        silent.Select(seat => seat.Name).Order(StringComparer.CurrentCulture)
                    )
                ),
                Texts.MailSilentNext.With(
                    RoundSentences.Day(round.ClosesAt.InZone(here.Zone).Date)
                ),
                here.ToInstant(),
                ct
            );
    }

    /// <summary>To the members of a body that advises without a vote.</summary>
    public async Task<IReadOnlyList<WorkChange>> AdviceWantedAsync(
        Application application,
        Stage board,
        Instant now,
        CancellationToken ct
    )
    {
        var aside = await db.DeclarationsOf(application.Id)
            .Where(declaration => !declaration.Reads)
            .Select(declaration => declaration.Person)
            .ToListAsync(ct);
        return
        [
            .. (await ReviewTeam.OfAsync(db, application.Organisation, board.Team, ct))
                .Where(member => !aside.Contains(member.Person))
                .Select(member =>
                    Say(
                        application,
                        member,
                        Texts.MailAdviceWanted.With(application.Reference),
                        Texts.MailAdviceNext,
                        now,
                        subject: Texts.MailAdviceSubject
                    )
                ),
        ];
    }

    /// <summary>To those of the round's team whose seat is wanted.</summary>
    public async Task<IReadOnlyList<WorkChange>> ToAsync(
        Application application,
        BallotRound round,
        Func<RoundSeat, bool> wanted,
        string words,
        string next,
        Instant now,
        CancellationToken ct,
        string? notice = null
    ) =>
        [
            .. (await ReviewTeam.OfAsync(db, application.Organisation, round.Team, ct))
                .Where(member => round.SeatOf(member.Person) is { } seat && wanted(seat))
                .Select(member => Say(application, member, words, next, now, notice)),
        ];

    /// <param name="subject">{0} is the reference, {1} the title; null: that of a vote.</param>
    public WorkChange Say(
        Application application,
        SeatFacts member,
        string words,
        string next,
        Instant now,
        string? notice = null,
        string? subject = null
    ) =>
        (
            Mail.Of(
                member.Email,
                member.Name,
                new MailText(
                    (subject ?? Texts.MailSubject).With(application.Reference, application.Title),
                    [Texts.MailHello.With(ReviewTeam.NameOf(member)), words],
                    next,
                    new MailButton(Texts.MailButton, site.Of(CaseLinks.Show(application.Reference)))
                ),
                Language,
                application.Id.Value
            ) with
            {
                Notice = notice,
            }
        ).Send(now);
}
