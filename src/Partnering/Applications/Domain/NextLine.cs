using System.Globalization;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>What the next line is made of: columns of the case and of its open round, so that a list needs no more than one query.</summary>
/// <param name="AnswerBy">Of the open question.</param>
/// <param name="LetterLeavesAt">Of the released decision.</param>
/// <param name="LetterWritten">The decision is recorded, and its letter waits to be released.</param>
/// <param name="PutOffUntil">The day on which a case that rests goes on.</param>
internal sealed record NextFacts(
    ApplicationState State,
    Ball Ball,
    Instant BallSince,
    Instant? SubmittedAt,
    Instant? EndedAt,
    long WaitedMilliseconds,
    LocalDate? EventDate,
    LocalDate? AnswerBy = null,
    NextRound? Round = null,
    Instant? LetterLeavesAt = null,
    LocalDate? PutOffUntil = null,
    bool Imported = false,
    RevisitKind? Revisit = null,
    bool AppealWaits = false,
    NextPartner? Partner = null,
    CaseStep? Step = null,
    bool LetterWritten = false
)
{
    public static NextFacts Of(
        Application application,
        BallotRound? round = null,
        Instant? letterLeavesAt = null
    ) =>
        new(
            application.State,
            application.Ball,
            application.BallSince,
            application.SubmittedAt,
            application.EndedAt,
            application.WaitedMilliseconds,
            application.EventDate,
            application.Asked?.AnswerBy,
            round is { IsOpen: true }
                ? new NextRound(
                    round.Phase,
                    round.ClosesAt,
                    round.Tally.Present,
                    round.VotingSeats.Count()
                )
                : null,
            letterLeavesAt,
            application.PutOffUntil,
            application.ImportedWith is not null,
            application.Revisit?.Kind,
            application.AppealWaits,
            Step: application.Step
        );
}

/// <summary>What an approved case still waits for.</summary>
/// <param name="ConditionsBy">By when what the letter asks for is to be done; null where nothing is left of it.</param>
/// <param name="LooksAgain">Both sides look at how the partnership goes.</param>
internal sealed record NextPartner(LocalDate? ConditionsBy, bool LooksAgain);

/// <summary>How many have voted, never how.</summary>
internal sealed record NextRound(RoundPhase Phase, Instant ClosesAt, int Voted, int Seats);

/// <summary>Who does what next, by when: one sentence for every state, for either side. The desk and the applicant are never told different dates: every "now" is the clock of the organisation.</summary>
internal static class NextLineOf
{
    public static NextLine Applicant(NextFacts facts, CaseClocks clocks, ZonedDateTime now)
    {
        var by = By(facts, clocks, now);
        if (facts.State != ApplicationState.Draft && facts.Ball == Ball.Applicant)
            return new(Fill(Texts.NextYouAnswer, Day(facts.AnswerBy, now)), NextTone.Yours);
        var ended = Day(facts.EndedAt?.InZone(now.Zone).Date, now);
        if (facts.Imported)
            return Past(facts.State, ended);
        return facts.State switch
        {
            ApplicationState.Draft => new(Texts.NextYouSend, NextTone.Yours),
            ApplicationState.Submitted => Theirs(Texts.NextStaffTakesUp, by),
            ApplicationState.PreReview => Theirs(Texts.NextStaffChecks, by),
            // That somebody objected, or that there is a tie, is the work group's own.
            ApplicationState.InReview => facts.Round is { } round
                ? Theirs(Texts.NextGroupVotes, Day(round.ClosesAt, now))
                : Theirs(Texts.NextGroupReads, by),
            ApplicationState.Consultation => facts.Round is { } round
                ? Theirs(Texts.NextBoardVotes, Day(round.ClosesAt, now))
                : Theirs(Texts.NextBoard, by),
            ApplicationState.Deciding
            or ApplicationState.Releasing when facts.Revisit is { } again => Theirs(
                again == RevisitKind.Appeal ? Texts.NextAppealDecided : Texts.NextCorrected
            ),
            // A released decision can still be undone, so until the letter has left nothing else is said.
            ApplicationState.Deciding or ApplicationState.Releasing => Theirs(
                Texts.NextStaffDecides,
                by
            ),
            ApplicationState.Tabled => Theirs(Texts.NextTabled, Day(facts.PutOffUntil, now)),
            ApplicationState.Approved => facts.Partner switch
            {
                { ConditionsBy: { } day } => new(
                    Fill(Texts.NextYouMeetConditions, Day(day, now)),
                    NextTone.Yours
                ),
                { LooksAgain: true } => Theirs(Texts.NextLooksAgain),
                _ => Closed(Texts.NextApprovedForYou, ended),
            },
            ApplicationState.Declined when facts.AppealWaits => Theirs(Texts.NextAppealAnswered),
            ApplicationState.Declined => Closed(Texts.NextDeclinedForYou, ended),
            ApplicationState.Withdrawn => Closed(Texts.NextWithdrawnForYou, ended),
            ApplicationState.Closed => Closed(Texts.NextClosedForYou, ended),
        };
    }

    /// <param name="reader">On whose behalf it is read: <see cref="Ball.Staff"/>, <see cref="Ball.WorkGroup"/> or <see cref="Ball.Board"/>.</param>
    public static NextLine Desk(NextFacts facts, CaseClocks clocks, Ball reader, ZonedDateTime now)
    {
        var by = By(facts, clocks, now);
        if (facts.State != ApplicationState.Draft && facts.Ball == Ball.Applicant)
            return Theirs(
                Texts.NextApplicantAnswers,
                Day(facts.AnswerBy, now),
                Day(facts.BallSince, now)
            );
        var tone = facts.Ball == reader ? NextTone.Yours : NextTone.Theirs;
        var ended = Day(facts.EndedAt?.InZone(now.Zone).Date, now);
        if (facts.Imported)
            return Past(facts.State, ended);
        return facts.State switch
        {
            ApplicationState.Draft => new(Texts.NextApplicantSends, NextTone.Theirs),
            ApplicationState.Submitted => new(Fill(Texts.NextDeskTakesUp, by), tone),
            ApplicationState.PreReview => new(Fill(Texts.NextDeskChecks, by), tone),
            ApplicationState.InReview => facts.Round is { } round
                ? new(
                    Fill(
                        round.Phase switch
                        {
                            RoundPhase.Voting => Texts.NextGroupVotesCounted,
                            RoundPhase.Discussion => Texts.NextGroupDiscussesCounted,
                            RoundPhase.Casting => Texts.NextChairDecides,
                        },
                        Day(round.ClosesAt, now),
                        round.Voted,
                        round.Seats
                    ),
                    tone
                )
                : new(Fill(Texts.NextGroupReads, by), tone),
            ApplicationState.Consultation => facts.Round is { } round
                ? new(
                    Fill(
                        round.Phase switch
                        {
                            RoundPhase.Voting => Texts.NextBoardVotesCounted,
                            RoundPhase.Discussion => Texts.NextBoardDiscussesCounted,
                            RoundPhase.Casting => Texts.NextBoardChairDecides,
                        },
                        Day(round.ClosesAt, now),
                        round.Voted,
                        round.Seats
                    ),
                    tone
                )
                : new(Fill(Texts.NextBoard, by), tone),
            ApplicationState.Deciding when facts.LetterWritten => new(
                facts.Revisit is null
                    ? Fill(Texts.NextDeskReleases, by)
                    : Texts.NextDeskReleasesAnew,
                tone
            ),
            ApplicationState.Deciding => new(
                facts.Revisit switch
                {
                    RevisitKind.Appeal => Texts.NextDeskDecidesAppeal,
                    RevisitKind.Correction => Texts.NextDeskCorrects,
                    null => Fill(Texts.NextDeskDecides, by),
                },
                tone
            ),
            ApplicationState.Tabled => Theirs(Texts.NextTabled, Day(facts.PutOffUntil, now)),
            ApplicationState.Releasing => facts.LetterLeavesAt is { } leaves
                ? Theirs(Texts.NextLetterLeaves, Time(leaves, now))
                : Theirs(Texts.NextLetterLeavesSoon),
            ApplicationState.Approved => facts.Partner switch
            {
                { ConditionsBy: { } day } => Theirs(
                    Texts.NextPartnerMeetsConditions,
                    Day(day, now)
                ),
                { LooksAgain: true } => new(
                    Texts.NextDeskLooksAgain,
                    reader == Ball.Staff ? NextTone.Yours : NextTone.Theirs
                ),
                _ => Closed(Texts.NextApproved, ended),
            },
            ApplicationState.Declined when facts.AppealWaits => new(
                Texts.NextDeskAnswersAppeal,
                reader == Ball.Staff ? NextTone.Yours : NextTone.Theirs
            ),
            ApplicationState.Declined => Closed(Texts.NextDeclined, ended),
            ApplicationState.Withdrawn => Closed(Texts.NextWithdrawn, ended),
            ApplicationState.Closed => Closed(Texts.NextClosed, ended),
        };
    }

    /// <summary>Nothing was done with it here, so there is no letter, no partnership page and no way to reopen it.</summary>
    private static NextLine Past(ApplicationState state, string ended) =>
        state switch
        {
            ApplicationState.Approved => Closed(Texts.NextPastApproved, ended),
            ApplicationState.Declined => Closed(Texts.NextPastDeclined, ended),
            ApplicationState.Withdrawn => Closed(Texts.NextPastWithdrawn, ended),
            ApplicationState.Closed
            or ApplicationState.Draft
            or ApplicationState.Submitted
            or ApplicationState.PreReview
            or ApplicationState.InReview
            or ApplicationState.Consultation
            or ApplicationState.Deciding
            or ApplicationState.Tabled
            or ApplicationState.Releasing => Closed(Texts.NextPastClosed, ended),
        };

    /// <summary>As in "Thu 12 Feb"; with the year when it is another one.</summary>
    public static string Day(LocalDate? date, ZonedDateTime now) =>
        date?.ToString(
            date.Value.Year == now.Year ? "ddd d MMM" : "ddd d MMM uuuu",
            CultureInfo.CurrentCulture
        ) ?? "";

    public static string Day(Instant at, ZonedDateTime now) => Day(at.InZone(now.Zone).Date, now);

    public static string Time(Instant at, ZonedDateTime now) => ZonedTime.Say(at.InZone(now.Zone));

    // A late promise is said to be late; it is not moved. A step that would be over after the decision's own day promises nothing.
    private static string By(NextFacts facts, CaseClocks clocks, ZonedDateTime now)
    {
        if (DecideBy.Of(facts, clocks, now) is not { } by)
            return "";
        var step = DecideBy.OfStep(facts, clocks, now);
        // The last step is the decision itself: it has one day and not two.
        if (facts.Step is { Kind: StepKind.Decision })
            (by, step) = (step ?? by, null);
        var whole = Fill(by < now.Date ? Texts.DecisionWasDue : Texts.DecisionBy, Day(by, now));
        return step is { } due
            ? Fill(due < now.Date ? Texts.StepWasDue : Texts.StepDue, Day(due, now), whole)
            : whole;
    }

    private static NextLine Theirs(string text, params object[] values) =>
        new(Fill(text, values), NextTone.Theirs);

    private static NextLine Closed(string text, params object[] values) =>
        new(Fill(text, values), NextTone.Closed);

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
