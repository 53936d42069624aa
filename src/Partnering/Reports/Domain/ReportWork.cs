using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Reports.Domain;

/// <summary>The payload of the work that asks for a report, and says once that it is late.</summary>
/// <param name="Late">It was asked for already.</param>
internal sealed record ReportWanted(Guid Partnership, int Time, bool Late)
{
    public const string Kind = "report.wanted";

    public static WorkChange Plan(
        PartnershipId partnership,
        int time,
        bool late,
        LocalDate day,
        DateTimeZone zone
    ) =>
        new WorkChange.Plan(
            Kind,
            $"{Kind}/{partnership.Value:n}",
            zone.AtStartOfDay(day).ToInstant(),
            partnership.Value,
            new ReportWanted(partnership.Value, time, late)
        );
}
