using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Banyan.Testing.Processes;

namespace Banyan.Faults.Tests.Mailing;

/// <summary>How the receiver treats who comes.</summary>
internal enum Mood
{
    Willing,

    /// <summary>451 to every sender.</summary>
    Rejecting,

    /// <summary>Hangs up in the middle of a mail.</summary>
    HangingUp,

    /// <summary>Says yes to a mail and keeps nothing of it.</summary>
    Swallowing,

    /// <summary>Takes a mail, and thinks for a second before it says so.</summary>
    Slow,
}

/// <summary>The moments of a mail at which the sender can be killed from outside.</summary>
internal enum Moment
{
    BeforeSending,
    AfterTheYes,
    BeforeTheMark,
}

/// <summary>A mail server of the test's own (RFC 5321, the little of it that a sender needs) that remembers what it took, and can kill the sender at a named moment.</summary>
internal sealed class SmtpReceiver : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<string> taken = [];
    private Order? order;

    public SmtpReceiver()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public Mood Mood { get; set; }

    /// <summary>For the setting Banyan:Mail.</summary>
    public string Address =>
        string.Create(CultureInfo.InvariantCulture, $"smtp://{listener.LocalEndpoint}");

    /// <summary>The ids of the mails to which it said yes, in that order.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (taken)
                return [.. taken];
        }
    }

    /// <summary>Kills the process the next time that a mail of it comes to this moment.</summary>
    /// <returns>The id of that mail; empty where it was not known yet.</returns>
    public Task<string> KillAt(Moment moment, int process)
    {
        var next = new Order(moment, process);
        Volatile.Write(ref order, next);
        return next.Done.Task;
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1)
            {
                NewLine = "\r\n",
                AutoFlush = true,
            };
            await writer.WriteLineAsync("220 receiver");
            while (
                await reader.ReadLineAsync() is { } line
                && await AnswerAsync(line.Split(' ')[0].ToUpperInvariant(), reader, writer)
            ) { }
        }
        catch (IOException)
        {
            // The sender is gone; that is what it is about.
        }
    }

    private async Task<bool> AnswerAsync(string verb, StreamReader reader, StreamWriter writer)
    {
        switch (verb)
        {
            case "EHLO" or "HELO":
                await writer.WriteLineAsync("250 receiver");
                return true;
            case "MAIL":
                await KillAsync(Moment.BeforeSending, "");
                await writer.WriteLineAsync(Mood == Mood.Rejecting ? "451 not now" : "250 go on");
                return true;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                if (Mood == Mood.HangingUp)
                    return false;
                await TakeAsync(await IdAsync(reader), writer);
                return true;
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                return false;
            default:
                await writer.WriteLineAsync("250 fine");
                return true;
        }
    }

    private async Task TakeAsync(string id, StreamWriter writer)
    {
        if (Mood != Mood.Swallowing)
            lock (taken)
                taken.Add(id);
        if (Mood == Mood.Slow)
            await Task.Delay(1000);
        // Killed before the yes is read, or after it.
        await KillAsync(Moment.AfterTheYes, id);
        await writer.WriteLineAsync("250 taken");
        await KillAsync(Moment.BeforeTheMark, id);
    }

    private async Task KillAsync(Moment moment, string id)
    {
        if (
            Volatile.Read(ref order) is not { } due
            || due.Moment != moment
            || Interlocked.CompareExchange(ref order, null, due) != due
        )
            return;
        if (moment == Moment.BeforeTheMark)
            await Task.Delay(Random.Shared.Next(0, 4));
        ChildProcess.Signal(due.Process, Signals.Kill);
        due.Done.SetResult(id);
    }

    private static async Task<string> IdAsync(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync() is { } line && line != ".")
            if (line.StartsWith("Message-ID: <", StringComparison.OrdinalIgnoreCase))
                id = line.Split('<')[1].Split('@')[0];
        return id;
    }

    private sealed record Order(Moment Moment, int Process)
    {
        public TaskCompletionSource<string> Done { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
