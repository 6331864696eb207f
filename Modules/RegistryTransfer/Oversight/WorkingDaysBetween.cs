using Portal.Toolkit.Calendar;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>Counts working days after one day up to another; remembers what it counted.</summary>
internal sealed class WorkingDaysBetween(WorkDays calendar)
{
    private readonly Dictionary<(DateOnly, DateOnly), int> _known = [];

    public int Count(DateOnly after, DateOnly last)
    {
        if (_known.TryGetValue((after, last), out var known))
            return known;
        var count = 0;
        for (var day = after.AddDays(1); day <= last; day = day.AddDays(1))
            count += calendar.IsWorkingDay(day) ? 1 : 0;
        return _known[(after, last)] = count;
    }
}
