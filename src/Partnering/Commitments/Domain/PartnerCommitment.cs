using Banyan.Kernel.Domain;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Commitments.Domain;

internal enum CommitmentState
{
    Open,
    Kept,

    /// <summary>Let go by the side to which it was promised.</summary>
    Waived,
}

/// <summary>Of what its side was reminded.</summary>
internal enum Reminded
{
    OfNothing,
    OfItsDay,
    OfItsDelay,
}

/// <summary>One promise of one side of a partnership, copied on the day it began. Its words stand among the <see cref="Promises"/>. What comes again has a row for each time.</summary>
internal sealed partial class PartnerCommitment : Entity
{
    /// <summary>Characters of what either side writes about it.</summary>
    public const int Most = 2000;

    /// <summary>So long before its day its side is reminded.</summary>
    public const int DaysBefore = 7;

    private PartnerCommitment() { }

    public PartnerCommitment(
        Partnership partner,
        Commitment promised,
        int position,
        int time,
        LocalDate today
    )
    {
        (Partnership, Application) = (partner.Id, partner.Application);
        (Key, Position, Time) = (promised.Key, position, time);
        Side = promised.Side switch
        {
            Programs.Domain.Side.Partner => PartnerSide.Partner,
            Programs.Domain.Side.Organisation => PartnerSide.Organisation,
        };
        (Evidence, Due) = (promised.Evidence, promised.Due);
        Told = ToldBy(partner, today);
    }

    private PartnerCommitment(Partnership partner, PartnerCommitment before, int time)
    {
        (Partnership, Application) = (before.Partnership, before.Application);
        (Key, Position, Time, Side) = (before.Key, before.Position, time, before.Side);
        (Evidence, Due) = (before.Evidence, before.Due);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PartnershipId Partnership { get; private init; }
    public ApplicationId Application { get; private init; }

    /// <summary>Of the promise within the program.</summary>
    public string Key { get; private init; } = "";
    public int Position { get; private init; }

    /// <summary>The first time is 1; more only where it comes again.</summary>
    public int Time { get; private init; }

    /// <summary>Whose promise it is.</summary>
    public PartnerSide Side { get; private init; }
    public Evidence? Evidence { get; private init; }
    public CommitmentDue? Due { get; private init; }
    public CommitmentState State { get; private set; }
    public Reminded Told { get; private set; }

    /// <summary>What was done, as its side says; kept when the other side doubts it.</summary>
    public string Words { get; private set; } = "";
    public string Link { get; private set; } = "";
    public string SaidBy { get; private set; } = "";
    public Instant? SaidAt { get; private set; }

    /// <summary>Why it is doubted or was let go.</summary>
    public string Reason { get; private set; } = "";
    public string ReasonBy { get; private set; } = "";
    public Instant? ReasonAt { get; private set; }

    /// <summary>What a look at the link found; null until somebody looked.</summary>
    public CheckResult? Look { get; private set; }
    public string LookSentence { get; private set; } = "";
    public Instant? LookedAt { get; private set; }

    /// <summary>Null where it has no day.</summary>
    public LocalDate? DueOn(Partnership partner) => Due?.Day(Time, partner.Begins, partner.Until);

    public bool IsLate(Partnership partner, LocalDate today) =>
        State == CommitmentState.Open && !IsOver(partner) && DueOn(partner) < today;

    /// <summary>Nobody has to keep anything any more. A term that is over ends no promise: what was done can still be said.</summary>
    public static bool IsOver(Partnership partner) =>
        partner.State is PartnershipState.Ended or PartnershipState.Revoked;

    /// <summary>The next day on which its side is reminded; null where it never is.</summary>
    public LocalDate? RemindOn(Partnership partner) =>
        State != CommitmentState.Open || IsOver(partner) || DueOn(partner) is not { } day
            ? null
            : Told switch
            {
                Reminded.OfNothing => day.PlusDays(-DaysBefore),
                Reminded.OfItsDay => day.PlusDays(1),
                Reminded.OfItsDelay => null,
            };

    /// <summary>Its side is reminded now; one that was overslept is told once, of what is true today.</summary>
    public void Remind(Partnership partner, LocalDate today) => Told = ToldBy(partner, today);

    /// <summary>The same promise the next time; null where it does not come again. A time that has passed meanwhile is not asked for.</summary>
    public PartnerCommitment? Next(Partnership partner, LocalDate today)
    {
        if (Due is not { ComesAgain: true })
            return null;
        for (var time = Time + 1; ; time++)
        {
            if (Due.Day(time, partner.Begins, partner.Until) is not { } day)
                return null;
            if (day < today)
                continue;
            var next = new PartnerCommitment(partner, this, time);
            next.Told = next.ToldBy(partner, today);
            return next;
        }
    }

    private Reminded ToldBy(Partnership partner, LocalDate today) =>
        DueOn(partner) is not { } day || today < day.PlusDays(-DaysBefore) ? Reminded.OfNothing
        : today <= day ? Reminded.OfItsDay
        : Reminded.OfItsDelay;
}
