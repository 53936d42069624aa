using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Banyan.Testing.Processes;

namespace Banyan.Testing;

/// <summary>A real SMTP server process (aiosmtpd) that keeps what it takes in a Maildir.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly ChildProcess server;

    private MailServer(ChildProcess process, int port, string folder)
    {
        server = process;
        Address = string.Create(CultureInfo.InvariantCulture, $"smtp://127.0.0.1:{port}");
        Mailbox = new Mailbox(Path.Combine(folder, "new"));
    }

    /// <summary>For the setting Banyan:Mail.</summary>
    public string Address { get; }
    public Mailbox Mailbox { get; }

    private static string? Python =>
        File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : Programs.Find("python3");

    /// <summary>Why a test with a mail server is to be skipped; null when it can run.</summary>
    public static string? Missing =>
        Programs.SkipUnless(
            Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd"),
            "python3-aiosmtpd"
        );

    public static async Task<MailServer> StartAsync(int? port = null)
    {
        var folder = TemporaryFolder.NewPath("maildir");
        for (var tries = 1; ; tries++)
        {
            var chosen = port ?? BanyanHost.FreePort();
            var process = ChildProcess.Start(
                null,
                Python ?? throw new InvalidOperationException("python3 is not installed."),
                "-m",
                "aiosmtpd",
                "-n",
                "-l",
                string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{chosen}"),
                "-c",
                "aiosmtpd.handlers.Mailbox",
                folder
            );
            if (await AnswersAsync(process, chosen))
                return new MailServer(process, chosen, folder);
            var said = process.Said;
            process.Dispose();
            if (tries == 5)
                throw new InvalidOperationException($"The mail server did not start: {said}");
        }
    }

    public ValueTask DisposeAsync()
    {
        server.Stop(Signals.Interrupt);
        server.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<bool> AnswersAsync(ChildProcess process, int port)
    {
        for (var tries = 0; tries < 200 && !process.HasEnded; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        return false;
    }
}
