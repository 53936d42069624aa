using System.CommandLine;
using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Secrets;
using Banyan.Partnering.Credentials;

namespace Banyan.Commands;

/// <summary><c>banyan keys rotate</c>: another key for what is sealed in the database, or for what the site signs, while it runs.</summary>
internal static class KeysCommand
{
    public static Command Make(string[] settings) => new("keys", Texts.Keys) { Rotate(settings) };

    private static Command Rotate(string[] settings)
    {
        var add = new Option<bool>("--add") { Description = Texts.KeysAdd };
        var reseal = new Option<bool>("--reseal") { Description = Texts.KeysReseal };
        var signing = new Option<bool>("--signing") { Description = Texts.KeysSigning };
        var command = new Command("rotate", Texts.KeysRotate) { add, reseal, signing };
        command.SetAction(
            (parsed, ct) =>
            {
                var asked = new Asked(
                    parsed.GetValue(add),
                    parsed.GetValue(reseal),
                    parsed.GetValue(signing)
                );
                return RunAsync(
                    settings,
                    asked == default ? new Asked(Add: true, Reseal: true, Signing: false) : asked,
                    ct
                );
            }
        );
        return command;
    }

    private readonly record struct Asked(bool Add, bool Reseal, bool Signing);

    private static async Task<int> RunAsync(string[] settings, Asked asked, CancellationToken ct)
    {
        await using var app = QuietSite.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await DatabaseStart.PrepareAsync(services.GetRequiredService<BanyanDb>(), ct);
        var keys = services.GetRequiredService<KeyRotation>();
        var file = services.GetRequiredService<KeyFile>();
        try
        {
            if (asked.Add)
                await SayAsync(Texts.KeysAdded, await keys.AddAsync(ct), file.Path);
            if (asked.Reseal)
                await SayAsync(Texts.KeysResealed, await keys.ResealAsync(ct));
            if (asked.Signing)
            {
                await services.GetRequiredService<SigningKeys>().RotateAsync(ct);
                await SayAsync(Texts.KeysSigningDone);
            }
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
