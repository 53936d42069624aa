using System.CommandLine;
using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using NodaTime;

namespace Banyan.Commands;

/// <summary>Migrates, says how to set up an empty site, and serves until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Make(string[] settings)
    {
        var command = new Command("serve", Texts.Serve);
        command.SetAction((_, ct) => RunAsync(settings, ct));
        return command;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        await using var app = Site.Build(settings);
        await PrepareAsync(app, ct);
        await app.StartAsync(ct);
        await Console.Out.WriteLineAsync(
            string.Format(
                CultureInfo.CurrentCulture,
                Texts.Serving,
                app.Services.GetRequiredService<SiteAddress>().Base
            )
        );
        await app.WaitForShutdownAsync(ct);
        return CommandLine.Done;
    }

    private static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        await DatabaseStart.PrepareAsync(db, ct);
        var clock = app.Services.GetRequiredService<IClock>();
        await Sweep.BeginAsync(db, clock.GetCurrentInstant(), ct);
        var setup = await FirstOwner.AddressAsync(
            db,
            app.Services.GetRequiredService<SiteAddress>(),
            clock,
            ct
        );
        if (setup is not null)
            await Console.Out.WriteLineAsync(
                string.Format(CultureInfo.CurrentCulture, Texts.NoOwner, setup)
            );
    }
}
