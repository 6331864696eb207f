namespace Portal;

/// <summary>Times are UTC in the database and those of the portal's zone on screen.</summary>
public sealed class LocalTime(TimeZoneInfo zone, TimeProvider clock)
{
    public DateTime Now => ToLocal(clock.GetUtcNow().UtcDateTime);

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    public DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone);

    /// <summary><c>2026-06-15 14:05</c>; empty for no time.</summary>
    public string Text(DateTime? utc) => utc is { } time ? $"{ToLocal(time):yyyy-MM-dd HH:mm}" : "";
}
