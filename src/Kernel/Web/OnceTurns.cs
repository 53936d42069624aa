namespace Banyan.Kernel.Web;

/// <summary>Of two posts of one form at the same moment the later waits for the earlier: a code that the earlier is just using up would turn it away.</summary>
/// <remarks>Within this process; between two of them the unique key of the form decides, at the commit.</remarks>
public sealed class OnceTurns
{
    private readonly Dictionary<string, Queue> queues = new(StringComparer.Ordinal);

    public async Task<IDisposable> EnterAsync(string key, CancellationToken ct)
    {
        Queue queue;
        lock (queues)
        {
            if (!queues.TryGetValue(key, out queue!))
                queues[key] = queue = new Queue();
            queue.People++;
        }
        try
        {
            await queue.Door.WaitAsync(ct);
        }
        catch
        {
            Leave(key, queue);
            throw;
        }
        return new Turn(this, key, queue);
    }

    private void Leave(string key, Queue queue)
    {
        lock (queues)
        {
            if (--queue.People > 0)
                return;
            queues.Remove(key);
        }
        queue.Door.Dispose();
    }

    private sealed class Queue
    {
        public SemaphoreSlim Door { get; } = new(1, 1);
        public int People { get; set; }
    }

    private sealed class Turn(OnceTurns turns, string key, Queue queue) : IDisposable
    {
        public void Dispose()
        {
            queue.Door.Release();
            turns.Leave(key, queue);
        }
    }
}
