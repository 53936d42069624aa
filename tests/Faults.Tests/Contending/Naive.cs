using Banyan.Faults.Tests.Grounds;

namespace Banyan.Faults.Tests.Contending;

/// <summary>What a program does that looks before it writes, and nothing more. The checker has to find it out.</summary>
internal static class Naive
{
    /// <returns>How many places were given twice.</returns>
    public static async Task<int> DoubledAsync(Ground ground, int places)
    {
        await ground.ExecuteAsync("CREATE TABLE naive (place INTEGER NOT NULL)");
        for (var place = 0; place < places; place++)
        {
            // SQLite answers without ever waiting: two threads, then.
            var each = place;
            await Task.WhenAll(
                Task.Run(() => TakeAsync(ground, each)),
                Task.Run(() => TakeAsync(ground, each))
            );
        }
        return await Doubles.CountAsync(ground, "naive", "place");
    }

    private static async Task TakeAsync(Ground ground, int place)
    {
        if ((await ground.RowsAsync($"SELECT place FROM naive WHERE place = {place}")).Count == 0)
            await ground.ExecuteAsync($"INSERT INTO naive (place) VALUES ({place})");
    }
}

/// <summary>The checker of races: what may stand once, and stands more often.</summary>
internal static class Doubles
{
    public static async Task<int> CountAsync(
        Ground ground,
        string table,
        string once,
        string where = "1 = 1"
    ) =>
        (
            await ground.RowsAsync(
                $"SELECT {once} FROM {table} WHERE {where} GROUP BY {once} HAVING COUNT(*) > 1"
            )
        ).Count;
}
