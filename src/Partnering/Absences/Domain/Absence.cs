using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Absences.Domain;

/// <summary>Somebody of the staff is away for some days, and a colleague looks after what they lead. It ends by itself: nothing is done on its last day.</summary>
internal sealed class Absence : Entity
{
    private Absence() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PersonId Person { get; private init; }

    /// <summary>The first day and the last, each by the clock of the organisation whose case it is.</summary>
    public LocalDate From { get; private set; }
    public LocalDate Until { get; private set; }
    public PersonId StandIn { get; private set; }

    public bool Covers(LocalDate day) => From <= day && day <= Until;

    public static (Absence? Absence, Outcome Outcome) Say(
        PersonId person,
        AbsenceFacts facts,
        Actor actor,
        Instant now
    )
    {
        var absence = new Absence { Person = person };
        var outcome = absence.Change(facts, actor, now);
        return (outcome.Done ? absence : null, outcome);
    }

    public Outcome Change(AbsenceFacts facts, Actor actor, Instant now)
    {
        if (facts.Until < facts.From)
            return AbsenceRefusals.EndsBeforeItBegins;
        if (facts.Until < facts.Today)
            return AbsenceRefusals.OverAlready;
        if (facts.StandIn is not { } standIn || standIn == Person)
            return AbsenceRefusals.StandInMissing;
        (From, Until, StandIn) = (facts.From, facts.Until, standIn);
        return Outcome.Of(
            actor,
            now,
            new AbsenceBegun(Id, Iso(From), Iso(Until), facts.StandInName)
        );
    }

    /// <summary>Back again, or not going after all; the caller takes the row away.</summary>
    public Outcome End(Actor actor, Instant now) => Outcome.Of(actor, now, new AbsenceEnded(Id));

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", null);
}

/// <summary>What somebody says about being away.</summary>
/// <param name="StandIn">Null where nobody of their colleagues was chosen.</param>
internal sealed record AbsenceFacts(
    LocalDate From,
    LocalDate Until,
    PersonId? StandIn,
    string StandInName,
    LocalDate Today
);

internal sealed record AbsenceBegun(Guid About, string From, string Until, string StandIn)
    : DomainEvent(About);

internal sealed record AbsenceEnded(Guid About) : DomainEvent(About);
