using Banyan.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Demo;

internal enum DemoResult
{
    Loaded,
    AlreadyThere,

    /// <summary>The database has things in it that the demo did not make.</summary>
    NotOurs,
}

/// <summary>Loads the demo into an empty database; wipes only what it made itself.</summary>
internal sealed class Demonstration(IServiceProvider services, DemoClock clock)
{
    private static readonly Duration Past = Duration.FromDays(120);

    public async Task<DemoResult> LoadAsync(bool fresh, CancellationToken ct)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
            await DatabaseStart.PrepareAsync(db, ct);
            if (await DemoMarker.IsOursAsync(db, ct))
            {
                if (!fresh)
                    return DemoResult.AlreadyThere;
                await WipeAsync(db, services.GetRequiredService<Settings>(), ct);
            }
            else if (!await DemoMarker.IsEmptyAsync(db, ct))
                return DemoResult.NotOurs;
            await DemoMarker.MarkAsync(db, clock.GetCurrentInstant(), ct);
        }
        await PlayAsync(ct);
        return DemoResult.Loaded;
    }

    private async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.GetCurrentInstant();
        var scene = new Scene(services, clock, ct);
        scene.At(today - Past);
        await Opening.PlayAsync(scene, ProgramFolder.Files());
        await new Story(scene, today).PlayAsync();
        clock.LetGo();
    }

    private static async Task WipeAsync(BanyanDb db, Settings settings, CancellationToken ct)
    {
        await db.Database.EnsureDeletedAsync(ct);
        await DatabaseStart.PrepareAsync(db, ct);
        var outbox = Path.Combine(settings.Data, "outbox");
        if (Directory.Exists(outbox))
            foreach (var letter in Directory.GetFiles(outbox, "*.eml"))
                File.Delete(letter);
    }
}
