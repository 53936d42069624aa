using System.CommandLine;
using Banyan.Kernel.Mail.Reading;
using Banyan.Partnering.Contracts;

namespace Banyan.Commands;

/// <summary><c>banyan mail receive</c>: answers to our mails, from a mail server's pipe.</summary>
internal static class MailCommand
{
    /// <summary>EX_TEMPFAIL: the mail server keeps the message and hands it in again. Any other failure would send it back to its writer.</summary>
    private const int Later = 75;

    public static Command Make(string[] settings)
    {
        var receive = new Command("receive", Texts.MailReceive);
        receive.SetAction((_, ct) => ReceiveAsync(settings, ct));
        return new Command("mail", Texts.Mail) { receive };
    }

    private static async Task<int> ReceiveAsync(string[] settings, CancellationToken ct)
    {
        try
        {
            return await TakeAsync(settings, ct);
        }
        catch (SettingProblem)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever it was, the writer's words must not be lost for it
        catch (Exception problem)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"{Texts.MailLater} {problem.Message}");
            return Later;
        }
    }

    private static async Task<int> TakeAsync(string[] settings, CancellationToken ct)
    {
        var message = await ReadAsync(ct);
        await using var app = QuietSite.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var taken = await scope
            .ServiceProvider.GetRequiredService<MailReplies>()
            .ReceiveAsync(message, ct);
        if (taken.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return CommandLine.Refused;
        }
        if (taken.Dropped)
            await Console.Out.WriteLineAsync(Texts.MailDropped);
        return CommandLine.Done;
    }

    // One byte more than is taken, so that a longer message is known for one.
    private static async Task<byte[]> ReadAsync(CancellationToken ct)
    {
        await using var input = Console.OpenStandardInput();
        var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while (
            message.Length <= ReceivedMail.MostBytes
            && (read = await input.ReadAsync(buffer, ct)) > 0
        )
            message.Write(buffer, 0, read);
        return message.ToArray();
    }
}
