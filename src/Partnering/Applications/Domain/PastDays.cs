using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>How many days the latest decisions of a program took, from sending to the letter, with the days in which the applicants were asked.</summary>
/// <param name="Median">Half of them took no longer.</param>
internal sealed record PastDays(int Count, int Median, int Shortest, int Longest)
{
    /// <summary>So many of the latest are counted.</summary>
    public const int Latest = 20;

    /// <summary>Of fewer a figure would say more about single cases than about the program.</summary>
    public const int Fewest = 5;

    /// <returns>Null where there are too few to say anything.</returns>
    public static PastDays? Of(IEnumerable<Duration> took)
    {
        // A day that has begun was waited for too.
        var days = took.Select(time => (int)Math.Ceiling(time.TotalDays)).Order().ToList();
        if (days.Count < Fewest)
            return null;
        var middle = days.Count / 2;
        var median =
            days.Count % 2 == 1
                ? days[middle]
                : (int)Math.Ceiling((days[middle - 1] + days[middle]) / 2.0);
        return new PastDays(days.Count, median, days[0], days[^1]);
    }
}
