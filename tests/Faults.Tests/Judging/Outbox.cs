using System.Diagnostics;
using System.Globalization;
using Banyan.Faults.Tests.Grounds;

namespace Banyan.Faults.Tests.Judging;

/// <summary>Whether all mail that was planned has left.</summary>
internal static class Outbox
{
    /// <summary>Waits until no mail is waiting. What a killed process held is free at once, as it would be when its lease has run out.</summary>
    public static async Task DrainAsync(Ground ground, TimeSpan atMost)
    {
        await ground.ExecuteAsync(
            "UPDATE work SET leased_until = 0, due_at = 0 WHERE done_at IS NULL AND kind = 'mail.send'"
        );
        var watch = Stopwatch.StartNew();
        while (await WaitingAsync(ground) is var waiting and > 0)
        {
            if (watch.Elapsed > atMost)
                throw new TimeoutException($"{waiting} mails still wait.");
            await Task.Delay(100);
        }
    }

    public static async Task<int> WaitingAsync(Ground ground) =>
        Convert.ToInt32(
            (
                await ground.RowsAsync(
                    "SELECT COUNT(*) FROM work WHERE done_at IS NULL AND kind = 'mail.send'"
                )
            )[0][0],
            CultureInfo.InvariantCulture
        );

    /// <summary>Mails of records that have no file in the outbox folder.</summary>
    public static async Task<(int Mails, List<string> Missing)> MissingAsync(Ground ground)
    {
        var planned = (
            await ground.RowsAsync("SELECT id FROM posted_mails WHERE dropped_at IS NULL")
        )
            .Select(row => Guid.Parse($"{row[0]}").ToString("n"))
            .ToList();
        return (
            planned.Count,
            [.. planned.Where(id => !File.Exists(Path.Combine(ground.Data, "outbox", $"{id}.eml")))]
        );
    }
}
