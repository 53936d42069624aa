namespace Banyan.Kernel.Data;

/// <summary>SQLite takes one writer at a time; waiting here in order is fairer and faster than its busy handler. On PostgreSQL the gate stands open.</summary>
public sealed class WriteGate(bool single) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<IDisposable?> EnterAsync(CancellationToken ct)
    {
        if (!single)
            return null;
        await turn.WaitAsync(ct);
        return new Leave(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Leave(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
