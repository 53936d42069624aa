using System.CommandLine;
using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using NodaTime;

namespace Banyan.Commands;

/// <summary>Listens, migrates as soon as the database answers, says how to set up an empty site, and serves until it is told to stop.</summary>
internal static partial class ServeCommand
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static Command Make(string[] settings)
    {
        var command = new Command("serve", Texts.Serve);
        command.SetAction((_, ct) => RunAsync(settings, ct));
        return command;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        await using var app = Site.Build(settings);
        var readiness = app.Services.GetRequiredService<Readiness>();
        readiness.Hold();
        await app.StartAsync(ct);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            ct,
            app.Lifetime.ApplicationStopping
        );
        if (!await PreparedAsync(app, stopping.Token))
        {
            await app.StopAsync(CancellationToken.None);
            return CommandLine.Done;
        }
        readiness.Open();
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

    /// <summary>Waits for the database as long as it takes. False when told to stop before it came.</summary>
    private static async Task<bool> PreparedAsync(WebApplication app, CancellationToken ct)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Site));
        var wait = Shortest;
        while (true)
        {
            try
            {
                await PrepareAsync(app, ct);
                return true;
            }
            catch (Exception problem)
                when (DatabaseTroubles.Of(problem) == DatabaseTrouble.Away
                    && !ct.IsCancellationRequested
                )
            {
                DatabaseAway(log, problem.GetBaseException().Message, wait.TotalSeconds);
                await Task.Delay(wait, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = wait * 2 < Longest ? wait * 2 : Longest;
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "the database does not answer ({Problem}); tried again in {Seconds} s, and the site answers 503 until then"
    )]
    private static partial void DatabaseAway(ILogger log, string problem, double seconds);

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
