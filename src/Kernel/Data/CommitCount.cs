namespace Banyan.Kernel.Data;

/// <summary>How many commits this process has tried. What was read before the latest may no longer be so.</summary>
public sealed class CommitCount
{
    private long made;

    public long Made => Interlocked.Read(ref made);

    public void Add() => Interlocked.Increment(ref made);
}
