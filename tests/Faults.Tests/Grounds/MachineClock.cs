using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Faults.Tests.Grounds;

/// <summary>The clock of a machine that nobody sets right.</summary>
internal sealed class MachineClock : IClock
{
    private readonly MillisecondClock right = new();
    private long off;

    public Duration Off
    {
        get => Duration.FromMilliseconds(Interlocked.Read(ref off));
        set => Interlocked.Exchange(ref off, (long)value.TotalMilliseconds);
    }

    public Instant GetCurrentInstant() => right.GetCurrentInstant() + Off;
}
