namespace Portal.Toolkit.Calendar;

/// <summary>
/// One immutable state of the calendar. Counts in days of the portal's zone (Asia/Shanghai), whatever the server's own zone is:
/// counting starts the day after entry, and what is due lasts until the end of the n-th working day.
/// </summary>
public sealed class WorkDays(IReadOnlyDictionary<DateOnly, bool> special, LocalTime local)
{
    /// <summary>Whether people work: the listed days as listed, the others Monday to Friday.</summary>
    public bool IsWorkingDay(DateOnly day) => special.TryGetValue(day, out var isWorkingDay) ? isWorkingDay : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The n-th working day after the given one.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>Working days from one day to another, both counted; 0 when the second comes first.</summary>
    public int Between(DateOnly first, DateOnly last) => Count(first.AddDays(-1), last);

    /// <summary>The first moment after the time allowed, in UTC: 24:00 of the n-th working day after the local day of entry.</summary>
    public DateTime DueAt(DateTime enteredUtc, int workingDays) => EndOf(Add(LocalDay(enteredUtc), workingDays));

    /// <summary>The last day of the time allowed, as pages show it.</summary>
    public DateOnly LastDay(DateTime dueAtUtc) => LocalDay(dueAtUtc.AddTicks(-1));

    /// <summary>Working days after today up to the last day; 0 on that day, below 0 the working days it is late.</summary>
    public int RemainingWorkingDays(DateTime dueAtUtc, DateTime nowUtc)
    {
        var (today, last) = (LocalDay(nowUtc), LastDay(dueAtUtc));
        return today <= last ? Count(today, last) : -Count(last, today);
    }

    /// <summary>Whether the time has run out: from the day after the last one.</summary>
    public static bool IsOverdue(DateTime dueAtUtc, DateTime nowUtc) => nowUtc >= dueAtUtc;

    private int Count(DateOnly after, DateOnly last)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= last; day = day.AddDays(1))
            count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    private DateOnly LocalDay(DateTime utc) => DateOnly.FromDateTime(local.ToLocal(utc));

    private DateTime EndOf(DateOnly day) => local.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue));
}
