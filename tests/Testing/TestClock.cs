using NodaTime;

namespace Banyan.Testing;

/// <summary>A clock that a test moves by hand. Like the real one it is cut to milliseconds. It starts on Monday, 1 March 2027, at 09:00 UTC.</summary>
public sealed class TestClock : IClock
{
    private readonly Lock turn = new();
    private Instant now = Instant.FromUtc(2027, 3, 1, 9, 0);

    public Instant Now
    {
        get
        {
            lock (turn)
                return now;
        }
        set
        {
            lock (turn)
                now = Instant.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds());
        }
    }

    public void Advance(Duration duration) => Now += duration;

    public Instant GetCurrentInstant() => Now;
}
