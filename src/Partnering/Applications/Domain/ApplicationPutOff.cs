using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>A case that rests until a day.</summary>
internal sealed partial class Application
{
    /// <summary>The day on which it goes on, by the organisation's clock; null while it does not rest.</summary>
    public LocalDate? PutOffUntil { get; private set; }

    public Outcome PutOff(LocalDate until, DateTimeZone zone, Actor actor, Instant now)
    {
        if (Guard(Command.PutOff, Role.Staff) is { } refusal)
            return refusal;
        if (Ball == Ball.Applicant)
            return ApplicationRefusals.WaitingForApplicant;
        Go(Command.PutOff, now);
        PutOffUntil = until;
        Reckon();
        return Outcome
            .Of(actor, now, new ApplicationPutOff(Id.Value, until.ToString("uuuu-MM-dd", null)))
            .Then(
                new WorkChange.Plan(
                    PutOffDue.Kind,
                    PutOffDue.Key(Id),
                    zone.AtStartOfDay(until).ToInstant(),
                    Id.Value,
                    new PutOffDue(Id.Value)
                )
            );
    }

    /// <summary>On its day by the rule, or before it by staff.</summary>
    public Outcome TakeUpAgain(Role role, Actor actor, Instant now)
    {
        if (Guard(Command.TakeUpAgain, role) is { } refusal)
            return refusal;
        Go(Command.TakeUpAgain, now);
        return Outcome.Of(actor, now, new ApplicationTakenUpAgain(Id.Value)).Then(NothingDue());
    }

    /// <summary>What was planned for an open question or for a day of rest has lost its cause.</summary>
    private List<WorkChange> NothingDue()
    {
        List<WorkChange> gone = [];
        if (Asked is not null)
            gone.Add(new WorkChange.Cancel(WaitDue.Key(Id)));
        if (PutOffUntil is not null)
            gone.Add(new WorkChange.Cancel(PutOffDue.Key(Id)));
        (Asked, PutOffUntil) = (null, null);
        return gone;
    }
}

/// <summary>The payload of the work that takes a case up again.</summary>
internal sealed record PutOffDue(Guid Application)
{
    public const string Kind = "application.take-up-again";

    public static string Key(ApplicationId application) => $"{Kind}/{application.Value:n}";
}
