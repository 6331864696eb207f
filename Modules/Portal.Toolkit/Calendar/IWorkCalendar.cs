using Portal.Data;

namespace Portal.Toolkit.Calendar;

/// <summary>工作日历: weekends, holidays and 调休 work days, kept in <c>toolkit_calendar_day</c>; every host sees a change at once.</summary>
public interface IWorkCalendar
{
    /// <summary>The calendar as it stands; reads it anew only when its version changed.</summary>
    ValueTask<WorkDays> GetAsync(CancellationToken cancellationToken);

    /// <summary>The calendar inside a write transaction, on its connection.</summary>
    ValueTask<WorkDays> GetAsync(WriteTransaction transaction);
}
