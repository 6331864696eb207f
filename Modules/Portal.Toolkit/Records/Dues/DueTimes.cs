namespace Portal.Toolkit.Records.Dues;

/// <summary>When something is late, and when people are told: on the days before, on the day, then each week until it is done.</summary>
internal static class DueTimes
{
    private const int HourOfReminders = 8;
    private const int DaysBetweenLateReminders = 7;

    /// <summary>Midnight stands for the whole day: late from the next day on. A moment in UTC is late when it has come.</summary>
    public static DateTime Overdue(DateTime due, LocalTime local) =>
        due.Kind == DateTimeKind.Utc ? due : local.ToUtc(due.TimeOfDay == TimeSpan.Zero ? due.AddDays(1) : due);

    /// <summary>The last day, or the day of the moment.</summary>
    public static DateOnly DayOf(DateTime overdueUtc, LocalTime local) => DateOnly.FromDateTime(local.ToLocal(overdueUtc.AddTicks(-1)));

    public static DateTime FirstReminder(RecordDue due, DateTime overdueUtc, LocalTime local)
    {
        var day = DayOf(overdueUtc, local);
        var wanted = due.RemindDays.OrderDescending().Select(days => day.AddDays(-days)).FirstOrDefault(on => on >= local.Today, local.Today > day ? local.Today : day);
        return At(wanted, local);
    }

    /// <summary>The next reminder after one that was sent on this day.</summary>
    public static DateTime NextReminder(RecordDue due, DateTime overdueUtc, DateOnly sentOn, LocalTime local)
    {
        var day = DayOf(overdueUtc, local);
        var before = due.RemindDays.OrderDescending().Select(days => day.AddDays(-days)).FirstOrDefault(on => on > sentOn);
        if (before != default)
            return At(before, local);
        var late = day.AddDays(DaysBetweenLateReminders);
        while (late <= sentOn)
            late = late.AddDays(DaysBetweenLateReminders);
        return At(late, local);
    }

    private static DateTime At(DateOnly day, LocalTime local) => local.ToUtc(day.ToDateTime(new TimeOnly(HourOfReminders, 0)));
}
