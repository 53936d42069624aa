using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using NodaTime;
using static Banyan.Partnering.Applications.Domain.ApplicationState;

namespace Banyan.Partnering.Review;

/// <summary>A case in a list, from stored columns alone.</summary>
internal sealed record CaseRow
{
    public required ApplicationId Id { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required ProgramVersionId Version { get; init; }
    public required string HomeZone { get; init; }

    public required OrganisationId Organisation { get; init; }

    /// <summary>The viewer has said how they stand to it.</summary>
    public required bool Declared { get; init; }
    public required ApplicationState State { get; init; }
    public required Ball Ball { get; init; }
    public required Instant BallSince { get; init; }

    /// <summary>Its place in the queue; null unless it is open.</summary>
    public required Instant? DueAt { get; init; }

    public required PersonId? Lead { get; init; }

    /// <summary>Whoever leads it may not read it any more.</summary>
    public required bool LeadSteppedAside { get; init; }
    public required Instant? SubmittedAt { get; init; }
    public required Instant? EndedAt { get; init; }
    public required long WaitedMilliseconds { get; init; }
    public required LocalDate? EventDate { get; init; }
    public required LocalDate? AnswerBy { get; init; }

    /// <summary>The ball is here because the applicant answered.</summary>
    public required bool AnswerCame { get; init; }
    public required RoundPhase? Phase { get; init; }
    public required Instant? ClosesAt { get; init; }
    public required int Voted { get; init; }
    public required int Seats { get; init; }
    public required Instant? LetterLeavesAt { get; init; }

    /// <summary>The decision is recorded, and its letter waits to be released.</summary>
    public required bool LetterWritten { get; init; }
    public required LocalDate? PutOffUntil { get; init; }
    public required bool Imported { get; init; }

    /// <summary>What the machine sees now where there was more before; null once somebody has kept a private note after that.</summary>
    public required string? CheckLost { get; init; }
    public required Revisit? Revisit { get; init; }
    public required CaseStep? Step { get; init; }
    public required bool AppealWaits { get; init; }

    /// <summary>The day by which the conditions of an approval are to be met; null while none is open.</summary>
    public required LocalDate? ConditionsBy { get; init; }

    /// <summary>The partner says of an open condition that it is done.</summary>
    public required bool ConditionDone { get; init; }

    /// <summary>Both sides look at how the partnership goes.</summary>
    public required bool LooksAgain { get; init; }

    /// <summary>It is paused, or somebody has proposed or appealed something.</summary>
    public required bool PartnerWaits { get; init; }

    /// <summary>The first day of what still follows from the end of the partnership; null where nothing is open.</summary>
    public required LocalDate? LeavingDue { get; init; }
    public required bool MyVoteWanted { get; init; }

    /// <summary>An applicant's address that does not take mail, as <see cref="Mails.MailTrouble.Read"/> takes it; null once somebody has kept a private note after that.</summary>
    public required string? MailTrouble { get; init; }

    public NextFacts Facts =>
        new(
            State,
            Ball,
            BallSince,
            SubmittedAt,
            EndedAt,
            WaitedMilliseconds,
            EventDate,
            AnswerBy,
            (Phase, ClosesAt) is ({ } phase, { } closes)
                ? new NextRound(phase, closes, Voted, Seats)
                : null,
            LetterLeavesAt,
            PutOffUntil,
            Imported,
            Revisit?.Kind,
            AppealWaits,
            new NextPartner(ConditionsBy, LooksAgain),
            Step,
            LetterWritten
        );

    public Tone Tone => StateTone.Of(State, Ball);

    /// <summary>Where the next page goes on.</summary>
    public QueuePlace Place(QueueFilter filter) =>
        new(filter.OpenOnly ? DueAt!.Value : BallSince, Reference);

    /// <summary>By the clock of the case's organisation.</summary>
    public ZonedDateTime AtHome(Instant now) => now.InZone(Zones.Of(HomeZone));

    /// <summary>Why it is in the list now, and whose it is where that has changed.</summary>
    public string Reason(ZonedDateTime now, CaseLead lead)
    {
        var why = Why(now);
        if (lead.HasLeft)
            return $"{why} {Texts.LeadHasLeft}";
        return lead.StandsInOn(now.Date)
            ? $"{why} {CaseText.Fill(Texts.InsteadOf, lead.Name, NextLineOf.Day(lead.Until, now))}"
            : why;
    }

    private string Why(ZonedDateTime now)
    {
        var today = now.Date;
        var since = DayWords.Distance(BallSince.InZone(now.Zone).Date, today);
        if (Mails.MailTrouble.Read(MailTrouble) is { } trouble)
            return CaseText.Fill(Texts.ReasonMailTrouble, trouble.Sentence);
        if (AppealWaits)
            return Texts.ReasonAppeal;
        if (CheckLost is { } lost)
            return CaseText.Fill(Texts.ReasonCheckLost, lost);
        if (State == Approved && PartnerWaits)
            return Texts.ReasonPartnerWaits;
        if (State == Approved && LooksAgain)
            return Texts.ReasonLooksAgain;
        if (State == Approved && ConditionDone)
            return Texts.ReasonConditionDone;
        if (State == Approved && ConditionsBy is { } by)
            return CaseText.Fill(Texts.ReasonConditions, NextLineOf.Day(by, now));
        if (State == Approved && LeavingDue is { } due)
            return CaseText.Fill(Texts.ReasonLeavingDue, NextLineOf.Day(due, now));
        if (Ball == Ball.Applicant && State != Draft)
            return AnswerBy < today
                ? CaseText.Fill(Texts.ReasonAnswerLate, NextLineOf.Day(AnswerBy, now))
                : CaseText.Fill(Texts.ReasonWaiting, NextLineOf.Day(BallSince, now));
        if (AnswerCame && Ball == Ball.Staff)
            return CaseText.Fill(Texts.ReasonAnswerCame, since);
        return State switch
        {
            Submitted => CaseText.Fill(Texts.ReasonSent, since),
            PreReview => CaseText.Fill(Texts.ReasonPreReview, since),
            InReview => ClosesAt is { } closes
                ? CaseText.Fill(
                    MyVoteWanted
                        ? Texts.ReasonVoteWanted
                        : Phase switch
                        {
                            RoundPhase.Discussion => Texts.ReasonDiscussionEnds,
                            RoundPhase.Casting => Texts.ReasonTie,
                            RoundPhase.Voting or null => Texts.ReasonRoundCloses,
                        },
                    DayWords.Distance(closes.InZone(now.Zone).Date, today),
                    Voted,
                    Seats
                )
                : CaseText.Fill(Texts.ReasonInReview, since),
            Consultation => CaseText.Fill(Texts.ReasonConsultation, since),
            Deciding when LetterWritten => Texts.ReasonLetterWritten,
            Deciding => CaseText.Fill(Texts.ReasonDeciding, since),
            Tabled => CaseText.Fill(Texts.ReasonTabled, since),
            Releasing => LetterLeavesAt is { } leaves
                ? CaseText.Fill(Texts.ReasonLetterLeaves, NextLineOf.Time(leaves, now))
                : CaseText.Fill(Texts.ReasonReleasing, since),
            Draft or Approved or Declined or Withdrawn or Closed => CaseText.Fill(
                Texts.ReasonEnded,
                CaseText.Alone(StateWords.Of(State)),
                since
            ),
        };
    }
}

/// <summary>A row as it is shown.</summary>
/// <param name="DueOn">The day by which it is to be decided.</param>
/// <param name="Due">What is due first about it, in words; the queue is sorted by it.</param>
/// <param name="Deadline">When the present step is over.</param>
internal sealed record ShownRow(
    string Reference,
    string Title,
    string Program,
    string Reason,
    string State,
    Tone Tone,
    string Next,
    LocalDate? DueOn,
    string? Due,
    ZonedDateTime? Deadline,
    string? Lead,
    IReadOnlyList<string> Tags
);
