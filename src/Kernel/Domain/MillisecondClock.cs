using NodaTime;

namespace Banyan.Kernel.Domain;

/// <summary>The system's clock, cut to the milliseconds that the database keeps, so that what is read back equals what was written.</summary>
public sealed class MillisecondClock : IClock
{
    public Instant GetCurrentInstant() =>
        Instant.FromUnixTimeMilliseconds(
            SystemClock.Instance.GetCurrentInstant().ToUnixTimeMilliseconds()
        );
}
