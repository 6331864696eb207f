namespace Portal.Toolkit.Calendar;

/// <summary>A day that differs from the week's rule, or is named; row of <c>toolkit_calendar_day</c>.</summary>
public sealed record CalendarDay
{
    public DateOnly Day { get; init; }

    /// <summary>True for a 调休 work day, false for a holiday.</summary>
    public bool IsWorkingDay { get; init; }

    /// <summary>春节, 国庆节调休.</summary>
    public string Name { get; init; } = "";
}
