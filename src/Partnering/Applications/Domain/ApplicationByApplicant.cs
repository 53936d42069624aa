using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>What the applicant's side does.</summary>
internal sealed partial class Application
{
    /// <summary>Keeps an answer as it was typed. With a version that is not the present one and another text, both stay to be seen: the caller shows them.</summary>
    public Outcome Write(string question, string typed, int? basedOn, Actor actor, Instant now)
    {
        if (!IsReopened(question))
            return ApplicationRefusals.NotYourTurn(State);
        var answer = Answers.Find(known => known.Question == question);
        if (answer is null)
        {
            if (typed.Length == 0)
                return Outcome.Of(actor, now);
            Answers.Add(new Answer(question, typed, actor.Name, now));
            return Amended(question, actor, now);
        }
        if (answer.Text == typed)
            return Outcome.Of(actor, now);
        if (basedOn is { } version && version != answer.Version)
            return ApplicationRefusals.WrittenMeanwhile(question, answer.By, answer.Text);
        answer.Rewrite(typed, actor.Name, now);
        return Amended(question, actor, now);
    }

    private Outcome Amended(string question, Actor actor, Instant now) =>
        WasSubmitted
            ? Outcome.Of(actor, now, new ApplicationAmended(Id.Value, question))
            : Outcome.Of(actor, now);

    /// <summary>What a reopened answer makes necessary is asked as well.</summary>
    public void AlsoAsk(IEnumerable<string> questions) =>
        Asked?.Fields.AddRange(questions.Except(Asked.Fields, StringComparer.Ordinal).ToList());

    /// <summary>In a draft everything is open; after a question only the fields it named.</summary>
    public bool IsReopened(string question) =>
        State == ApplicationState.Draft
        || Ball == Ball.Applicant && (Asked?.Fields.Contains(question) ?? false);

    /// <summary>A draft is written against the program's current version.</summary>
    public void Follow(ProgramVersionId current)
    {
        if (State == ApplicationState.Draft)
            ProgramVersion = current;
    }

    /// <summary>Comes in with a code; the code counts it.</summary>
    /// <param name="held">The code that it came with so far.</param>
    public Outcome Admit(
        AdmissionCode code,
        LocalDate today,
        Actor actor,
        Instant now,
        AdmissionCode? held = null
    )
    {
        if (State is not (ApplicationState.Draft or ApplicationState.Withdrawn))
            return ApplicationRefusals.NotYourTurn(State);
        if (Admission == code.Id)
            return Outcome.Of(actor, now);
        // An invitation would shut the window again that a waiver has opened.
        if (held is { Late: true } && !code.Late)
            return AdmissionRefusals.WaiverHeld;
        if (code.Use(today) is { } refusal)
            return refusal;
        Admission = code.Id;
        return Outcome.Of(actor, now, new ApplicationAdmitted(Id.Value, code.Reason));
    }

    /// <summary>Somebody who signed in with an address on the list has proven it; from now on letters reach them.</summary>
    public void Meet(EmailAddress email, PersonId person, Instant now)
    {
        if (
            Applicants.Find(known => known.EmailKey == email.Key && known.Person is null) is
            { } applicant
        )
            applicant.Prove(person, now);
    }

    public Outcome Invite(EmailAddress email, Actor actor, Instant now)
    {
        if (Applicants.Exists(known => known.EmailKey == email.Key))
            return ApplicationRefusals.AlreadyHere(email);
        if (Applicants.Count >= Applicant.Most)
            return ApplicationRefusals.TooManyPeople;
        Applicants.Add(new Applicant(email, null, now, actor.Person));
        return Outcome.Of(actor, now, new ApplicantInvited(Id.Value));
    }

    /// <summary>Somebody who proved one of the addresses speaks for the application from now on.</summary>
    public Outcome Prove(EmailAddress email, PersonId person, Actor actor, Instant now)
    {
        if (Applicants.Find(known => known.EmailKey == email.Key) is not { } applicant)
            return ApplicationRefusals.NotAnApplicant;
        if (applicant.Person == person)
            return Outcome.Of(actor, now);
        applicant.Prove(person, now);
        return Outcome.Of(actor, now, new ApplicantProven(Id.Value));
    }

    /// <summary>Sends the application. The facts were gathered by the caller at this very instant; each that stands against it is a refusal of its own.</summary>
    public Outcome Submit(SubmitFacts facts, Actor actor, Instant now)
    {
        if (Guard(Command.Submit, Role.Applicant) is { } refusal)
            return refusal;
        if (facts.Refusal is { } against)
            return against;
        Fill(facts);
        Go(Command.Submit, now);
        SubmittedAt = now;
        Reckon();
        OpenKey = facts.OpenKey;
        return Outcome.Of(actor, now, new ApplicationSubmitted(Id.Value, Title));
    }

    public Outcome Withdraw(string reason, Actor actor, Instant now)
    {
        if (Guard(Command.Withdraw, Role.Applicant) is { } refusal)
            return refusal;
        Go(Command.Withdraw, now);
        return Outcome
            .Of(actor, now, new ApplicationWithdrawn(Id.Value, reason))
            .Then(NothingDue());
    }

    /// <summary>Goes on after a withdrawal or a closing. Clauses, window and other open applications are judged anew, as at sending.</summary>
    public Outcome Reopen(SubmitFacts facts, Role role, Actor actor, Instant now)
    {
        var command = WasSubmitted ? Command.Reopen : Command.ReopenDraft;
        if (Guard(command, role) is { } refusal)
            return refusal;
        if (WasSubmitted)
        {
            if (facts.Refusal is { } against)
                return against;
            Fill(facts);
        }
        // The time in which nobody could act is nobody's delay.
        if (WasSubmitted && EndedAt is { } ended)
            WaitedMilliseconds += (long)(now - ended).TotalMilliseconds;
        Go(command, now);
        DuplicateOf = null;
        if (WasSubmitted)
            OpenKey = facts.OpenKey;
        return Outcome.Of(actor, now, new ApplicationReopened(Id.Value));
    }

    /// <param name="amended">Title, date and open key as the reopened answers now say.</param>
    public Outcome Answered(string words, SubmitFacts amended, Actor actor, Instant now)
    {
        if (Ball != Ball.Applicant || Asked is not { } asked)
            return ApplicationRefusals.NothingAsked;
        if (words.Trim().Length == 0 && asked.Fields.Count == 0)
            return ApplicationRefusals.AnswerEmpty;
        Thread.Add(new ThreadEntry(Audience.Applicant, EntryKind.Answer, words, actor, now));
        Pass(asked.BallBefore, now);
        Fill(amended);
        OpenKey = amended.OpenKey;
        return Outcome.Of(actor, now, new QuestionAnswered(Id.Value)).Then(NothingDue());
    }

    private void Fill(SubmitFacts facts)
    {
        Title = facts.Title;
        EventDate = facts.EventDate;
        Community = facts.Community;
        Edition = facts.Edition;
        if (facts.Clocks is { } clocks)
            Promise(clocks);
        Reckon();
    }
}

/// <summary>What was true when somebody pressed send.</summary>
/// <param name="EventDate">The day of the event, or the first of the month in which it will be.</param>
/// <param name="LatestDay">The last day that it may be; null where it is the same.</param>
/// <param name="Clocks">What the program promises; null leaves the promise as it was.</param>
internal sealed record SubmitFacts(
    Refusal? Refusal,
    string Title,
    LocalDate? EventDate,
    CommunityId? Community,
    string OpenKey,
    string? Edition = null,
    LocalDate? LatestDay = null,
    CaseClocks? Clocks = null
);
