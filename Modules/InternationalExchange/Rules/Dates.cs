using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>Days that rules count with.</summary>
internal static class Dates
{
    /// <summary>The whole day; null without one.</summary>
    public static DateTime? Day(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue);

    /// <summary>The day so many days later, or earlier for a setting that counts back.</summary>
    public static DateTime? After(DateOnly? day, int days) => Day(day?.AddDays(days));

    public static Func<RecordView, string?> NotBefore(string end, string start, string message) =>
        record => record.Date(end) < record.Date(start) ? message : null;
}
