using System.Globalization;

namespace Portal.Toolkit;

/// <summary>Days as fields, addresses and files write them (ISO 8601).</summary>
public static class IsoDate
{
    /// <summary>2026-06-15.</summary>
    public static string ToIso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
