using System.CommandLine;
using Banyan.Kernel.Data;

namespace Banyan.Commands;

/// <summary>Brings the database up to this program, and does nothing else.</summary>
internal static class MigrateCommand
{
    public static Command Make(string[] settings)
    {
        var command = new Command("migrate", Texts.Migrate);
        command.SetAction((_, ct) => RunAsync(settings, ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        await using var app = QuietSite.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        await DatabaseStart.PrepareAsync(scope.ServiceProvider.GetRequiredService<BanyanDb>(), ct);
        await Console.Out.WriteLineAsync(Texts.Migrated);
        return CommandLine.Done;
    }
}
