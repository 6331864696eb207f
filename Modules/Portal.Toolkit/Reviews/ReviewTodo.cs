namespace Portal.Toolkit.Reviews;

/// <summary>待办: a review whose step waits for the current post.</summary>
public sealed record ReviewTodo
{
    public required Review Review { get; init; }

    public required string RouteTitle { get; init; }

    public required string StepLabel { get; init; }

    /// <summary>Address of the page on which it is decided.</summary>
    public required string Link { get; init; }

    public required bool IsOverdue { get; init; }

    /// <summary>See <see cref="Calendar.WorkDays.RemainingWorkingDays"/>.</summary>
    public required int RemainingWorkingDays { get; init; }

    /// <summary>Last day of the time allowed.</summary>
    public required DateOnly LastDay { get; init; }
}

/// <summary>Which part of the to-do list; it is ordered by due date, so that overdue ones come first.</summary>
public sealed record ReviewTodoFilter
{
    /// <summary>Null takes all routes.</summary>
    public string? RouteKey { get; init; }

    /// <summary>Only those out of time.</summary>
    public bool OverdueOnly { get; init; }

    /// <summary>The last row of the page before; null begins at the top.</summary>
    public ReviewTodoKey? After { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>Key of a row of the list.</summary>
/// <param name="DueAt">UTC.</param>
/// <param name="Id">The review's id.</param>
public sealed record ReviewTodoKey(DateTime DueAt, long Id);

/// <summary>How much waits for the current post.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Overdue">Of these, out of time.</param>
public sealed record ReviewTodoCount(int Total, int Overdue);
