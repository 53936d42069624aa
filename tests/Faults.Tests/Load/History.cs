using System.Text.Json;
using Banyan.Testing.Processes;

namespace Banyan.Faults.Tests.Load;

/// <summary>How a write ended for whoever asked for it.</summary>
internal enum Ending
{
    /// <summary>The site said that it is done.</summary>
    Acknowledged,

    /// <summary>The site said that it is not done, or was never reached.</summary>
    Refused,

    /// <summary>No answer, or one that does not say.</summary>
    Unknown,
}

/// <summary>What was asked for, and under which mark it is found again.</summary>
internal sealed record Write(string Mark, Deed Deed);

internal enum Deed
{
    /// <summary>An applicant writes to the organisation: an entry, its event, a mail to staff.</summary>
    Message,

    /// <summary>Staff writes to the applicant: the same the other way.</summary>
    Note,

    /// <summary>Somebody begins an application: the record, its people, its event, a session.</summary>
    Begin,
}

/// <summary>Every write with its ending, in memory and in a file that is written before the request leaves.</summary>
internal sealed class History : IDisposable
{
    private readonly Dictionary<Write, Ending> endings = [];
    private readonly Dictionary<Write, double> times = [];
    private readonly StreamWriter file;

    public History()
    {
        Path = TemporaryFolder.NewPath("history.jsonl");
        file = new StreamWriter(Path) { AutoFlush = true };
    }

    public string Path { get; }

    public IReadOnlyDictionary<Write, Ending> Endings
    {
        get
        {
            lock (endings)
                return endings.ToDictionary();
        }
    }

    /// <param name="time">Seconds since 1970; who had no answer by then does not know.</param>
    public IReadOnlyDictionary<Write, Ending> Before(double time)
    {
        lock (endings)
            return endings.ToDictionary(
                pair => pair.Key,
                pair =>
                    pair.Value == Ending.Acknowledged && times[pair.Key] >= time
                        ? Ending.Unknown
                        : pair.Value
            );
    }

    public void Ended(Write write, Ending ending, int status)
    {
        lock (endings)
        {
            // Sent again after it was not known, it may be known now.
            endings[write] = ending;
            times[write] = (
                TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch
            ).TotalSeconds;
            file.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        write.Mark,
                        write.Deed,
                        ending,
                        status,
                    }
                )
            );
        }
    }

    public void Begun(Write write)
    {
        lock (endings)
        {
            endings.TryAdd(write, Ending.Unknown);
            file.WriteLine(JsonSerializer.Serialize(new { write.Mark, write.Deed }));
        }
    }

    public void Dispose() => file.Dispose();
}
