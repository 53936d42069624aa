using System.Globalization;
using Banyan.Faults.Tests.Grounds;
using Banyan.Testing;

namespace Banyan.Faults.Tests.Load;

/// <summary>Applicants, staff and strangers who all write at once, each with their own kind of form.</summary>
internal sealed class Crowd : IDisposable
{
    private const int TooLong = 10_001;
    private readonly List<(Client Client, Deed Deed)> clients = [];
    private readonly string name;
    private int count;

    /// <param name="name">Letters and digits; begins each mark, so that crowds do not meet.</param>
    /// <param name="way">How they reach the site; null: straight.</param>
    public Crowd(
        string name,
        Uri site,
        Seeding seeding,
        History history,
        Func<HttpClient>? way = null
    )
    {
        this.name = name;
        foreach (var sent in seeding.Cases)
        {
            // Two tabs of one applicant, and staff on the same case: some of them are refused because somebody was faster.
            Add(Deed.Message, write => Message(sent, write));
            Add(Deed.Note, write => Note(seeding.Staff, sent, write));
        }
        Add(Deed.Begin, Begin);
        Add(Deed.Begin, Begin);

        void Add(Deed deed, Func<Write, Form> fill) =>
            clients.Add((new Client((way ?? RunningSite.Client)(), site, history, fill), deed));
    }

    public IReadOnlyDictionary<int, int> Statuses =>
        clients
            .SelectMany(writer => writer.Client.Statuses)
            .GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));

    public int Unanswered => clients.Sum(writer => writer.Client.Unanswered);

    /// <summary>Requests that somebody behind a balancer would have seen fail.</summary>
    public int Failed => Unanswered + clients.Sum(writer => writer.Client.Unreached);

    /// <summary>Waits until so many more writes were acknowledged, so that each fault meets a site at work.</summary>
    public async Task AcknowledgedAsync(int more)
    {
        var goal = clients.Sum(writer => writer.Client.Acknowledged) + more;
        for (var tries = 0; clients.Sum(writer => writer.Client.Acknowledged) < goal; tries++)
        {
            if (tries == 3000)
                throw new TimeoutException("Nothing is acknowledged any more.");
            await Task.Delay(20);
        }
    }

    /// <summary>Everybody writes until told to stop, and then finishes the form in hand.</summary>
    public Task WriteUntilAsync(CancellationToken stop) =>
        Task.WhenAll(
            clients.Select(writer =>
                Task.Run(
                    () => writer.Client.WriteUntilAsync(() => Next(writer.Deed), stop),
                    CancellationToken.None
                )
            )
        );

    public async Task WriteForAsync(TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        await WriteUntilAsync(stop.Token);
    }

    public void Dispose()
    {
        foreach (var (client, _) in clients)
            client.Dispose();
    }

    private Write Next(Deed deed) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}X{Interlocked.Increment(ref count)}"
            ),
            deed
        );

    // Every tenth is one that the site has to refuse.
    private static string Words(Write write) =>
        write.Mark.EndsWith('7') ? write.Mark.PadRight(TooLong, '.') : write.Mark;

    private static Form Message(SentCase sent, Write write) =>
        Form.Of(
            $"/applications/{sent.Reference}/write",
            sent.Applicant,
            write.Mark,
            ("Words", Words(write))
        );

    private static Form Note(Browser staff, SentCase sent, Write write) =>
        Form.Of(
            $"/cases/{sent.Reference}/note",
            staff,
            write.Mark,
            ("audience", "Applicant"),
            ("message", Words(write))
        );

    private static Form Begin(Write write) =>
        Form.Of(
            $"{Foundation.Program}/apply",
            null,
            write.Mark,
            ("Email", write.Mark.EndsWith('7') ? write.Mark : AddressOf(write.Mark))
        );

    public static string AddressOf(string mark) => $"{mark}@example.org";
}
