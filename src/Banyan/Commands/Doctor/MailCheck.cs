using System.Net.Sockets;
using Banyan.Kernel.Mail;

namespace Banyan.Commands.Doctor;

/// <summary>Where mail goes, and whether somebody answers there.</summary>
internal static class MailCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Finding>> RunAsync(
        Settings settings,
        CancellationToken ct
    )
    {
        if (settings.Mail is null)
            return
            [
                new Finding(
                    settings.Development ? Colour.Green : Colour.Amber,
                    "mail",
                    Finding.Fill(Texts.MailFolder, Path.Combine(settings.Data, "outbox")),
                    settings.Development ? null : Texts.MailFolderRemedy
                ),
            ];
        try
        {
            var server = SmtpServer.From(settings.Mail);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            using var socket = new TcpClient();
            await socket.ConnectAsync(server.Host, server.Port, patience.Token);
            return [Finding.Fine("mail", Finding.Fill(Texts.MailServer, server.Host, server.Port))];
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        {
            return [new Finding(Colour.Red, "mail", problem.Message, Texts.MailServerRemedy)];
        }
    }
}
