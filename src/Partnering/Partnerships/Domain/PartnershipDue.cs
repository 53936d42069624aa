using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>The payload of the work that reminds of open conditions, a week before their day.</summary>
internal sealed record ConditionsDue(Guid Partnership)
{
    public const string Kind = "partnership.conditions";
    public const int DaysBefore = 7;

    public static string Key(PartnershipId partnership) => $"{Kind}/{partnership.Value:n}";

    public static WorkChange Plan(PartnershipId partnership, LocalDate by, DateTimeZone zone) =>
        new WorkChange.Plan(
            Kind,
            Key(partnership),
            zone.AtStartOfDay(by.PlusDays(-DaysBefore)).ToInstant(),
            partnership.Value,
            new ConditionsDue(partnership.Value)
        );
}

/// <summary>The payload of the work on the day on which both sides look at a partnership.</summary>
internal sealed record LookAgainDue(Guid Partnership)
{
    public const string Kind = "partnership.look-again";

    public static string Key(PartnershipId partnership) => $"{Kind}/{partnership.Value:n}";

    public static WorkChange Plan(PartnershipId partnership, LocalDate day, DateTimeZone zone) =>
        new WorkChange.Plan(
            Kind,
            Key(partnership),
            zone.AtStartOfDay(day).ToInstant(),
            partnership.Value,
            new LookAgainDue(partnership.Value)
        );
}

/// <summary>The payload of the work at the end of a term: reminders before it, and the day after.</summary>
internal sealed record TermDue(Guid Partnership)
{
    public const string Kind = "partnership.term";

    /// <summary>Days before the end on which the partner is reminded.</summary>
    public static readonly IReadOnlyList<int> DaysBefore = [60, 30, 7];

    public static string Key(PartnershipId partnership) => $"{Kind}/{partnership.Value:n}";

    /// <summary>The next day on which something has to be said or done; one of them, however many have passed.</summary>
    public static WorkChange Plan(
        PartnershipId partnership,
        LocalDate until,
        LocalDate today,
        DateTimeZone zone
    )
    {
        var day = DaysBefore
            .Select(days => until.PlusDays(-days))
            .Append(until.PlusDays(1))
            .FirstOrDefault(day => day > today, until.PlusDays(1));
        return new WorkChange.Plan(
            Kind,
            Key(partnership),
            zone.AtStartOfDay(day).ToInstant(),
            partnership.Value,
            new TermDue(partnership.Value)
        );
    }
}
