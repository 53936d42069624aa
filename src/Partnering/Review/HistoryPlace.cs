using System.Globalization;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>A line of a history, in an address.</summary>
internal sealed record HistoryPlace(Instant At, Guid Id)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{Id:n}");

    /// <summary>Null for what is none; the history then starts at its beginning.</summary>
    public static HistoryPlace? Parse(string? text) =>
        text?.Split('.', 2) is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds < 253_402_300_800_000
        && Guid.TryParseExact(id, "n", out var row)
            ? new HistoryPlace(Instant.FromUnixTimeMilliseconds(milliseconds), row)
            : null;
}
