using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Demo;

/// <summary>Stands in the past while the demo plays, and is the system's clock afterwards.</summary>
internal sealed class DemoClock : IClock
{
    private readonly MillisecondClock real = new();
    private Instant? played;

    public Instant GetCurrentInstant() => played ?? real.GetCurrentInstant();

    public void Set(Instant now) =>
        played = Instant.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());

    public void LetGo() => played = null;
}
