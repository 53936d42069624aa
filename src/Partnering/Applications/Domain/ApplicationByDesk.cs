using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>What the desk, and the rules that act for it, do.</summary>
internal sealed partial class Application
{
    /// <summary>Is judged by another version of its program from now on. The caller has looked that nothing is missing under it.</summary>
    /// <param name="from">The number of the version that it leaves.</param>
    public Outcome MoveTo(
        ProgramVersionId version,
        CaseClocks clocks,
        int from,
        int to,
        string reason,
        Actor actor,
        Instant now
    )
    {
        if (State is not (ApplicationState.Submitted or ApplicationState.PreReview))
            return ApplicationRefusals.MoveNotNow(State);
        if (reason.Trim().Length == 0)
            return ApplicationRefusals.ReasonMissing;
        ProgramVersion = version;
        Promise(clocks);
        Reckon();
        return Outcome.Of(actor, now, new ApplicationMoved(Id.Value, from, to, reason.Trim()));
    }

    /// <summary>The open question to the applicant; null while none is open.</summary>
    public AskedQuestion? Asked { get; private set; }
    public PersonId? Lead { get; private set; }

    /// <summary>The slug of the team that is consulted, whose members read the case from then on; null while none is.</summary>
    public string? ConsultedTeam { get; private set; }

    /// <summary>Why the case came to the body that is consulted; null while it did not.</summary>
    public string? EscalatedFor { get; private set; }
    public Instant? EscalatedAt { get; private set; }

    /// <summary>What the body that was consulted advised without a vote; null while it has not, or after another round began.</summary>
    public RecordedAdvice? Advice { get; private set; }

    public Outcome TakeUp(PersonId lead, Actor actor, Instant now)
    {
        if (Guard(Command.TakeUp, Role.Staff) is { } refusal)
            return refusal;
        Go(Command.TakeUp, now);
        Lead = lead;
        return Outcome.Of(actor, now, new ApplicationTakenUp(Id.Value));
    }

    /// <summary>Gives the ball to the applicant, stops the clock and names the fields that may be changed.</summary>
    public Outcome Ask(
        string words,
        IReadOnlyList<string> fields,
        LocalDate answerBy,
        Actor actor,
        Instant now
    )
    {
        if (
            State
            is not (
                ApplicationState.PreReview
                or ApplicationState.InReview
                or ApplicationState.Consultation
            )
        )
            return ApplicationRefusals.NoAskingNow(State);
        if (Ball == Ball.Applicant)
            return ApplicationRefusals.AskedAlready;
        Asked = new AskedQuestion(words, [.. fields], answerBy, Ball, now);
        Thread.Add(new ThreadEntry(Audience.Applicant, EntryKind.Question, words, actor, now));
        Pass(Ball.Applicant, now);
        var asked = now.ToUnixTimeMilliseconds();
        return Outcome
            .Of(
                actor,
                now,
                new QuestionAsked(Id.Value, answerBy.ToString("uuuu-MM-dd", null), Asked.Fields)
            )
            .Then(new WaitDue(Id.Value, asked, asked).Plan(now));
    }

    /// <summary>The rule reminds the applicant of the open question; who reads the case later sees that it did.</summary>
    public Outcome Remind(Instant now) =>
        Asked is null
            ? ApplicationRefusals.NothingAsked
            : Outcome.Of(Actor.Rule, now, new ApplicantReminded(Id.Value));

    public Outcome Note(Audience audience, string words, Actor actor, Instant now)
    {
        if (words.Trim().Length == 0)
            return ApplicationRefusals.NoteEmpty;
        Thread.Add(new ThreadEntry(audience, EntryKind.Note, words, actor, now));
        return Outcome.Of(actor, now, new NoteWritten(Id.Value, audience.ToString()));
    }

    /// <param name="team">The team of the review stage, which reads the case from now on.</param>
    /// <param name="against">What the review says against it: criteria open, too few members.</param>
    public Outcome SendToWorkGroup(string team, Refusal? against, Actor actor, Instant now)
    {
        if (Guard(Command.SendToWorkGroup, Role.Staff) is { } refusal)
            return refusal;
        if (Ball != Ball.Staff)
            return ApplicationRefusals.WaitingForApplicant;
        if (against is not null)
            return against;
        Go(Command.SendToWorkGroup, now);
        SentToReviewAt ??= now;
        ReviewTeam = team;
        return Outcome.Of(actor, now, new ApplicationSentToWorkGroup(Id.Value));
    }

    public Outcome RoundClosed(string sentence, Actor actor, Instant now)
    {
        if (Guard(Command.CloseRound, Role.Rule) is { } refusal)
            return refusal;
        if (Ball == Ball.Applicant)
            return ApplicationRefusals.WaitingForApplicant;
        Go(Command.CloseRound, now);
        return Outcome.Of(actor, now, new RoundClosed(Id.Value, sentence));
    }

    /// <summary>Another body is asked, and the case says why it came to it.</summary>
    public Outcome Escalate(string team, string reason, Role role, Actor actor, Instant now)
    {
        if (Guard(Command.Escalate, role) is { } refusal)
            return refusal;
        if (Ball == Ball.Applicant)
            return ApplicationRefusals.WaitingForApplicant;
        if (reason.Trim().Length == 0)
            return ApplicationRefusals.ReasonMissing;
        Go(Command.Escalate, now);
        (ConsultedTeam, EscalatedFor, EscalatedAt) = (team, reason.Trim(), now);
        Advice = null;
        return Outcome.Of(actor, now, new ApplicationEscalated(Id.Value, EscalatedFor));
    }

    /// <summary>A body that does not vote says what it would do; the decision follows it.</summary>
    public Outcome RecordAdvice(bool recommended, string words, Actor actor, Instant now)
    {
        if (Guard(Command.RecordAdvice, Role.Board) is { } refusal)
            return refusal;
        if (Ball == Ball.Applicant)
            return ApplicationRefusals.WaitingForApplicant;
        if (words.Trim().Length == 0)
            return ApplicationRefusals.AdviceEmpty;
        Go(Command.RecordAdvice, now);
        Advice = new RecordedAdvice(recommended, words.Trim(), actor.Name, now);
        return Outcome.Of(actor, now, new AdviceRecorded(Id.Value, recommended));
    }

    /// <summary>Where no body votes, staff takes a checked case to the decision.</summary>
    /// <param name="against">What the review says against it: another body decides, or criteria are open.</param>
    public Outcome StaffDecides(Refusal? against, Actor actor, Instant now)
    {
        if (Guard(Command.StaffDecides, Role.Staff) is { } refusal)
            return refusal;
        if (Ball != Ball.Staff)
            return ApplicationRefusals.WaitingForApplicant;
        if (against is not null)
            return against;
        Go(Command.StaffDecides, now);
        return Outcome.Of(actor, now, new ApplicationLeftToStaff(Id.Value));
    }

    public Outcome SendBack(Actor actor, Instant now)
    {
        if (Guard(Command.SendBack, Role.Staff) is { } refusal)
            return refusal;
        Go(Command.SendBack, now);
        Advice = null;
        return Outcome.Of(actor, now, new ApplicationSentBack(Id.Value));
    }

    public Outcome Release(string outcome, Actor actor, Instant now)
    {
        if (Guard(Command.Release, Role.Staff) is { } refusal)
            return refusal;
        if (Ball == Ball.Applicant)
            return ApplicationRefusals.WaitingForApplicant;
        Go(Command.Release, now);
        return Outcome.Of(actor, now, new DecisionReleased(Id.Value, outcome));
    }

    public Outcome Undo(Actor actor, Instant now)
    {
        if (Guard(Command.Undo, Role.Staff) is { } refusal)
            return refusal;
        Go(Command.Undo, now);
        return Outcome.Of(actor, now, new ReleaseUndone(Id.Value));
    }

    public Outcome LetterLeft(bool approved, Actor actor, Instant now)
    {
        var command = approved ? Command.LetterLeavesApproved : Command.LetterLeavesDeclined;
        if (Guard(command, Role.Rule) is { } refusal)
            return refusal;
        Go(command, now);
        Revisit = null;
        return Outcome.Of(
            actor,
            now,
            approved ? new ApplicationApproved(Id.Value) : new ApplicationDeclined(Id.Value)
        );
    }

    public Outcome Close(string reason, Role role, Actor actor, Instant now)
    {
        if (Guard(Command.Close, role) is { } refusal)
            return refusal;
        if (reason.Trim().Length == 0)
            return ApplicationRefusals.ReasonMissing;
        Go(Command.Close, now);
        return Outcome.Of(actor, now, new ApplicationClosed(Id.Value, reason)).Then(NothingDue());
    }
}

/// <summary>A question to the applicant, with the fields reopened and the day by which an answer is asked.</summary>
internal sealed record AskedQuestion(
    string Words,
    List<string> Fields,
    LocalDate AnswerBy,
    Ball BallBefore,
    Instant At
);

/// <param name="Recommended">They would approve it.</param>
/// <param name="By">Who recorded it, as they were called then.</param>
internal sealed record RecordedAdvice(bool Recommended, string Words, string By, Instant At);
