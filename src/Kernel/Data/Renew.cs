using Banyan.Kernel.Work;

namespace Banyan.Kernel.Data;

public sealed partial class BanyanDb
{
    /// <summary>Holds the work in hand for another two minutes, before a step of it that may take its time. False when another claim has overtaken this one: then stop.</summary>
    public Task<bool> RenewAsync(WorkItem item, CancellationToken ct) =>
        WorkQueue.RenewAsync(this, gate, item, Worker.Lease, ct);
}
