using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Banyan.Faults.Tests.Load;

/// <summary>One who writes, one form after the other, and sends again under the same key what was left without an answer.</summary>
internal sealed class Client(HttpClient http, Uri site, History history, Func<Write, Form> fill)
    : IDisposable
{
    // Who asks a site that starts without a pause takes the processor that it starts with.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private Write? open;

    /// <summary>How many answers there were of each status.</summary>
    public ConcurrentDictionary<int, int> Statuses { get; } = [];

    public int Acknowledged { get; private set; }

    /// <summary>How many writes were left without an answer that says, and sent again under their key.</summary>
    public int Unanswered { get; private set; }

    /// <summary>How many requests found nobody at the door. Nothing of them is kept, and yet they failed.</summary>
    public int Unreached { get; private set; }

    public async Task WriteUntilAsync(Func<Write> next, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var again = open is not null;
            var write = open ?? next();
            open = null;
            var ending = await SendAsync(write);
            if (ending == Ending.Unknown)
            {
                open = write;
                Unanswered++;
            }
            // Never reached, and no longer known whether an earlier sending was: that stays open.
            else if (ending == Ending.Refused && again && LastStatus == 0)
                open = write;
            else
                history.Ended(write, ending, LastStatus);
            if (LastStatus is 0 or >= 500)
                await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>The status of the last answer; 0 where there was none.</summary>
    public int LastStatus { get; private set; }

    private async Task<Ending> SendAsync(Write write)
    {
        var form = fill(write);
        history.Begun(write);
        LastStatus = 0;
        try
        {
            using var request = form.Request(site);
            using var answer = await http.SendAsync(request);
            LastStatus = (int)answer.StatusCode;
            Acknowledged += LastStatus == 303 ? 1 : 0;
            Statuses.AddOrUpdate(LastStatus, 1, (_, before) => before + 1);
            return LastStatus switch
            {
                303 => Ending.Acknowledged,
                < 500 => Ending.Refused,
                _ => Ending.Unknown,
            };
        }
        catch (HttpRequestException problem)
            when (problem.InnerException
                    is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            )
        {
            Unreached++;
            return Ending.Refused;
        }
        catch (Exception problem)
            when (problem is HttpRequestException or IOException or TaskCanceledException)
        {
            return Ending.Unknown;
        }
    }

    public void Dispose() => http.Dispose();
}
