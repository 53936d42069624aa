using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Applications;

/// <summary>How long decisions took, told honestly: the middle and both ends, or nothing.</summary>
public sealed class PastDaysTests
{
    [Theory]
    [InlineData(new[] { 10.0, 20, 30, 40 }, null)]
    [InlineData(new[] { 50.0, 10, 30, 20, 40 }, "5: 30 (10-50)")]
    [InlineData(new[] { 9.2, 10.0, 10.1, 31, 33, 74 }, "6: 21 (10-74)")]
    [InlineData(new[] { 0.1, 0.1, 0.1, 0.1, 0.1 }, "5: 1 (1-1)")]
    public void The_middle_and_both_ends(double[] days, string? told)
    {
        var past = PastDays.Of(days.Select(day => Duration.FromDays(day)));
        (
            past is null ? null : $"{past.Count}: {past.Median} ({past.Shortest}-{past.Longest})"
        ).ShouldBe(told);
    }
}
