using NodaTime;
using NodaTime.TimeZones;

namespace Banyan.Kernel.Domain;

/// <summary>The zones that organisations count their days in.</summary>
public static class Zones
{
    /// <param name="id">An IANA id, as it was taken when the organisation was founded; UTC where the zones of today do not know it.</param>
    public static DateTimeZone Of(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    /// <summary>The present name of a zone, Asia/Kolkata for Asia/Calcutta; null where there is no such zone.</summary>
    public static string? Canonical(string id) =>
        TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(id, out var canonical)
            ? canonical
            : null;
}
