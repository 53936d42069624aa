namespace Banyan.Faults.Tests.Mailing;

/// <summary>What was planned held against what the receiver took.</summary>
/// <param name="Doubled">Taken more than once, without a kill between the receiver's yes and our mark.</param>
/// <param name="Excused">Taken more than once, with such a kill.</param>
internal sealed record MailVerdict(
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Doubled,
    IReadOnlyList<string> Excused
)
{
    /// <param name="doubtful">The mails in hand when the sender was killed after the yes.</param>
    public static MailVerdict Of(
        IReadOnlyCollection<string> planned,
        IReadOnlyList<string> taken,
        IReadOnlyCollection<string> doubtful
    )
    {
        var twice = taken
            .GroupBy(id => id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToList();
        return new MailVerdict(
            [.. planned.Except(taken)],
            [.. twice.Except(doubtful)],
            [.. twice.Intersect(doubtful)]
        );
    }
}
