using System.Globalization;

namespace Portal.Toolkit;

/// <summary>Days and moments as fields, addresses and files write them (ISO 8601).</summary>
public static class IsoDate
{
    /// <summary>2026-06-15.</summary>
    public static string ToIso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-06-15T09:30:00Z, of a moment in UTC.</summary>
    public static string ToIso(this DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
