using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>What the letter of approval asks for first, and the day on which both sides look at a term in its middle.</summary>
internal sealed partial class Partnership
{
    public List<PartnershipCondition> Conditions { get; private init; } = [];

    /// <summary>The day by which they are to be met; null where there are none.</summary>
    public LocalDate? ConditionsBy { get; private set; }

    /// <summary>The day on which both sides look at it; null where none was agreed, and after they have.</summary>
    public LocalDate? LookAgainOn { get; private set; }

    public IEnumerable<PartnershipCondition> ConditionsLeft =>
        Conditions.Where(condition => condition.SettledAt is null);

    /// <summary>What the case still waits for; null while nobody has to do anything.</summary>
    public NextPartner? Next =>
        State switch
        {
            PartnershipState.Onboarding => new NextPartner(ConditionsBy, false),
            PartnershipState.UnderReview => new NextPartner(null, true),
            PartnershipState.Active
            or PartnershipState.Suspended
            or PartnershipState.Ended
            or PartnershipState.Expired
            or PartnershipState.Revoked => null,
        };

    /// <summary>The partner says what was done and where to see it.</summary>
    public Outcome SayDone(Guid condition, string words, Actor actor, Instant now)
    {
        if (Open(condition) is not { } open)
            return PartnershipRefusals.NoSuchCondition;
        if (words.Trim().Length == 0)
            return PartnershipRefusals.SayWhatWasDone;
        if (words.Length > PartnershipCondition.Most)
            return PartnershipRefusals.WordsTooLong(words.Length);
        open.SayDone(words.Trim(), now);
        return Outcome.Of(actor, now, new ConditionSaidDone(Application.Value, open.Words));
    }

    /// <param name="waived">It is let go, and <paramref name="note"/> says why.</param>
    public Outcome Settle(Guid condition, bool waived, string note, Actor actor, Instant now)
    {
        if (Open(condition) is not { } open)
            return PartnershipRefusals.NoSuchCondition;
        if (waived && note.Trim().Length == 0)
            return PartnershipRefusals.SayWhyWaived;
        if (note.Length > PartnershipCondition.Most)
            return PartnershipRefusals.WordsTooLong(note.Length);
        open.Settle(waived, note.Trim(), actor, now);
        var outcome = Outcome.Of(
            actor,
            now,
            waived
                ? new ConditionWaived(Application.Value, open.Words, open.Note)
                : new ConditionMet(Application.Value, open.Words)
        );
        if (ConditionsLeft.Any() || State != PartnershipState.Onboarding)
            return outcome;
        Take(PartnershipCommand.MeetConditions, null, Grounds.None, Actor.Rule, now);
        return outcome
            .And(Outcome.Of(Actor.Rule, now, new ConditionsAllMet(Application.Value)))
            .Then(new WorkChange.Cancel(ConditionsDue.Key(Id)));
    }

    /// <summary>The day has come: both sides look at how it goes.</summary>
    public Outcome LookAgain(Instant now)
    {
        if (State != PartnershipState.Active || LookAgainOn is null)
            return PartnershipRefusals.NothingToLookAt;
        Take(PartnershipCommand.LookAgain, null, Grounds.None, Actor.Rule, now);
        return Outcome.Of(Actor.Rule, now, new LookedAgain(Application.Value));
    }

    /// <summary>Both sides have looked, and it goes on.</summary>
    /// <param name="words">What came of it; the partner reads it.</param>
    public Outcome GoOn(string words, Actor actor, Instant now)
    {
        if (State != PartnershipState.UnderReview)
            return PartnershipRefusals.NothingToLookAt;
        if (words.Trim().Length == 0)
            return PartnershipRefusals.SayWhatCameOfIt;
        Take(PartnershipCommand.Clear, PartnerSide.Organisation, new Grounds(words), actor, now);
        LookAgainOn = null;
        return Outcome.Of(actor, now, new PartnershipGoesOn(Application.Value, words.Trim()));
    }

    /// <summary>A corrected letter names other days or conditions; code, first day and what was promised stay.</summary>
    public Outcome Correct(PartnershipTerms terms, Actor actor, Instant now)
    {
        if (State == PartnershipState.Ended)
            Go(PartnershipCommand.GiveBack);
        (Until, LookAgainOn) = (terms.Until, terms.LookAgainOn);
        Conditions.RemoveAll(condition => condition.SettledAt is null);
        if (!terms.Conditions.Any() && State == PartnershipState.Onboarding)
            Go(PartnershipCommand.MeetConditions);
        Ask(terms.Conditions, terms.ConditionsBy);
        return Outcome
            .Of(actor, now, new PartnershipCorrected(Application.Value))
            .Then(NoMoreDue)
            .Then(Due(terms.Zone, now));
    }

    /// <summary>A corrected letter says that there is none.</summary>
    /// <param name="today">Its last day.</param>
    public Outcome TakeBack(LocalDate today, Actor actor, Instant now)
    {
        if (PartnershipMoves.Find(State, PartnershipCommand.TakeBack) is null)
            return Outcome.Of(actor, now);
        Go(PartnershipCommand.TakeBack);
        Until = LocalDate.Max(Begins, today);
        return Outcome.Of(actor, now, new PartnershipTakenBack(Application.Value)).Then(NoMoreDue);
    }

    private void Ask(IReadOnlyList<string> conditions, LocalDate? by)
    {
        if (conditions.Count == 0)
            return;
        var known = Conditions.Count;
        Conditions.AddRange(
            conditions.Select((words, index) => new PartnershipCondition(known + index, words))
        );
        ConditionsBy = by;
        if (State == PartnershipState.Active)
            Go(PartnershipCommand.AskConditions);
    }

    private List<WorkChange> Due(DateTimeZone zone, Instant now)
    {
        List<WorkChange> due = [];
        // Where the day is near, the letter itself has just said it.
        var soon = now.InZone(zone).Date.PlusDays(ConditionsDue.DaysBefore);
        if (ConditionsBy is { } by && by > soon && ConditionsLeft.Any())
            due.Add(ConditionsDue.Plan(Id, by, zone));
        if (LookAgainOn is { } day)
            due.Add(LookAgainDue.Plan(Id, day, zone));
        if (Until is { } until)
            due.Add(TermDue.Plan(Id, until, now.InZone(zone).Date, zone));
        return due;
    }

    private PartnershipCondition? Open(Guid condition) =>
        Conditions.Find(known => known.Id == condition && known.SettledAt is null);

    private void Go(PartnershipCommand command) =>
        State = (
            PartnershipMoves.Find(State, command)
            ?? throw new InvalidOperationException($"{State} does not go on by {command}.")
        ).To;
}

/// <summary>One thing that is done before the partnership is active.</summary>
internal sealed class PartnershipCondition
{
    /// <summary>Characters of what either side writes about it.</summary>
    public const int Most = 2000;

    private PartnershipCondition() { }

    public PartnershipCondition(int position, string words) =>
        (Position, Words) = (position, words);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PartnershipId Partnership { get; private init; }
    public int Position { get; private init; }
    public string Words { get; private init; } = "";

    /// <summary>What the partner says was done; empty while they have said nothing.</summary>
    public string Done { get; private set; } = "";
    public Instant? DoneAt { get; private set; }
    public Instant? SettledAt { get; private set; }

    /// <summary>Who settled it, as they were called then.</summary>
    public string SettledBy { get; private set; } = "";
    public bool Waived { get; private set; }
    public string Note { get; private set; } = "";

    internal void SayDone(string words, Instant now) => (Done, DoneAt) = (words, now);

    internal void Settle(bool waived, string note, Actor actor, Instant now) =>
        (Waived, Note, SettledBy, SettledAt) = (waived, note, actor.Name, now);
}
