using System.Globalization;

namespace Portal.BackgroundTasks;

/// <summary>Five fields: minute, hour, day of month, month, day of week; with <c>*</c>, lists, ranges and steps. No cron library restores that is small enough.</summary>
internal sealed class CronSchedule
{
    private static readonly (int Min, int Max)[] Ranges = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)];

    private readonly HashSet<int>[] _fields;
    private readonly bool _anyDay;
    private readonly bool _anyWeekday;

    private CronSchedule(HashSet<int>[] fields, bool anyDay, bool anyWeekday)
    {
        _fields = fields;
        _anyDay = anyDay;
        _anyWeekday = anyWeekday;
    }

    /// <exception cref="FormatException">The text is not a cron expression of five fields.</exception>
    public static CronSchedule Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Ranges.Length)
            throw new FormatException($"'{text}' has not five fields.");
        var fields = parts.Select((part, index) => ParseField(part, Ranges[index].Min, Ranges[index].Max)).ToArray();
        if (fields[4].Remove(7))
            fields[4].Add(0);
        return new CronSchedule(fields, parts[2] == "*", parts[4] == "*");
    }

    public bool Matches(DateTime time)
    {
        var day = _fields[2].Contains(time.Day);
        var weekday = _fields[4].Contains((int)time.DayOfWeek);

        // As in cron: when both days are restricted, either is enough.
        var dayMatches = _anyDay || _anyWeekday ? day && weekday : day || weekday;
        return dayMatches && _fields[0].Contains(time.Minute) && _fields[1].Contains(time.Hour) && _fields[3].Contains(time.Month);
    }

    /// <summary>The latest due minute after <paramref name="after"/> and not after <paramref name="now"/>; looks back a week at most.</summary>
    public DateTime? LastDue(DateTime after, DateTime now)
    {
        var earliest = after > now.AddDays(-7) ? after : now.AddDays(-7);
        for (var minute = new DateTime(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, now.Kind); minute > earliest; minute = minute.AddMinutes(-1))
        {
            if (Matches(minute))
                return minute;
        }

        return null;
    }

    private static HashSet<int> ParseField(string field, int min, int max)
    {
        var values = new HashSet<int>();
        foreach (var item in field.Split(','))
        {
            var (range, step) = item.Split('/') is [var left, var right] ? (left, Number(right, 1, max)) : (item, 1);
            var (from, to) = range == "*" ? (min, max)
                : range.Split('-') is [var low, var high] ? (Number(low, min, max), Number(high, min, max))
                : (Number(range, min, max), item.Contains('/', StringComparison.Ordinal) ? max : Number(range, min, max));
            if (from > to)
                throw new FormatException($"'{range}' runs backwards.");
            for (var value = from; value <= to; value += step)
                values.Add(value);
        }

        return values;
    }

    private static int Number(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new FormatException($"'{text}' is not a number from {min} to {max}.");
}
