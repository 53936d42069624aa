using System.CommandLine;
using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Secrets;

namespace Banyan.Commands;

/// <summary><c>banyan keys rotate</c>: a new key for what is sealed in the database, while the site runs.</summary>
internal static class KeysCommand
{
    public static Command Make(string[] settings) => new("keys", Texts.Keys) { Rotate(settings) };

    private static Command Rotate(string[] settings)
    {
        var add = new Option<bool>("--add") { Description = Texts.KeysAdd };
        var reseal = new Option<bool>("--reseal") { Description = Texts.KeysReseal };
        var command = new Command("rotate", Texts.KeysRotate) { add, reseal };
        command.SetAction(
            (parsed, ct) =>
            {
                var (adds, reseals) = (parsed.GetValue(add), parsed.GetValue(reseal));
                return RunAsync(settings, adds || !reseals, reseals || !adds, ct);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string[] settings,
        bool add,
        bool reseal,
        CancellationToken ct
    )
    {
        await using var app = QuietSite.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await DatabaseStart.PrepareAsync(services.GetRequiredService<BanyanDb>(), ct);
        var keys = services.GetRequiredService<KeyRotation>();
        var file = services.GetRequiredService<KeyFile>();
        try
        {
            if (add)
                await SayAsync(Texts.KeysAdded, await keys.AddAsync(ct), file.Path);
            if (reseal)
                await SayAsync(Texts.KeysResealed, await keys.ResealAsync(ct));
        }
        catch (SecretException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return CommandLine.Refused;
        }
        return CommandLine.Done;
    }

    private static Task SayAsync(string words, params object?[] parts) =>
        Console.Out.WriteLineAsync(string.Format(CultureInfo.CurrentCulture, words, parts));
}
