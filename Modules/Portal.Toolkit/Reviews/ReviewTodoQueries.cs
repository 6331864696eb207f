using System.Data.Common;
using Dapper;
using Portal.Toolkit.Calendar;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>待办 of the current post: steps that wait for exactly its unit and whose permission its role holds. Modules that are off for the unit show none.</summary>
public sealed class ReviewTodoQueries(DbDataSource source, IUnitContext context, ReviewHandlers handlers, IWorkCalendar calendar, TimeProvider clock)
{
    /// <summary>The bell of each page counts no further, so that a unit with a long list does not pay for it.</summary>
    public const int BellLimit = 100;

    /// <summary>The routes on which the current post may have something to do.</summary>
    public IReadOnlyList<ReviewRoute> Routes() =>
        [.. handlers.All.Select(handler => handler.Route).Where(route => route.Steps.Any(step => context.Has(step.Permission))).OrderBy(route => route.Title, StringComparer.Ordinal)];

    /// <summary>The routes whose late steps below its unit the current post is told of.</summary>
    public IReadOnlyList<ReviewRoute> Supervised() =>
        [.. handlers.All.Select(handler => handler.Route).Where(route => route.SupervisorPermission is { } permission && context.Has(permission))];

    /// <summary>What waits for the current post; by due date, so that overdue ones come first.</summary>
    public Task<IReadOnlyList<ReviewTodo>> ListAsync(ReviewTodoFilter filter, CancellationToken cancellationToken) =>
        ListAsync("waiting_unit_id = @UnitId and waiting_permission in @permissions", filter, Permissions(), cancellationToken);

    /// <summary>督办清单: steps below the current unit that are out of time twice over, for posts with the route's supervisor permission.</summary>
    public Task<IReadOnlyList<ReviewTodo>> ListEscalatedAsync(ReviewTodoFilter filter, CancellationToken cancellationToken) => ListAsync(
        "escalated_unit_id = @UnitId and route_key in @permissions",
        filter,
        [.. Supervised().Select(route => route.Key)],
        cancellationToken);

    /// <summary>How much waits, on all routes or on one.</summary>
    public async Task<ReviewTodoCount> CountAsync(string? routeKey, CancellationToken cancellationToken)
    {
        var permissions = Permissions();
        if (permissions.Length == 0)
            return new(0, 0);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var row = await connection.QueryFirstAsync<CountRow>(new CommandDefinition(
            $"""
            select count(*) as total, coalesce(sum(case when due_at <= @now then 1 else 0 end), 0) as overdue
            from toolkit_review
            where waiting_unit_id = @UnitId
              and waiting_permission in @permissions
              {(routeKey is null ? "" : "and route_key = @routeKey")}
            """,
            new { now = Now, context.UnitId, permissions, routeKey },
            cancellationToken: cancellationToken));
        return new((int)row.Total, (int)row.Overdue);
    }

    /// <summary>How much waits, at most so much.</summary>
    public async Task<int> CountUpToAsync(int most, CancellationToken cancellationToken)
    {
        var permissions = Permissions();
        if (permissions.Length == 0)
            return 0;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            select count(*)
            from (
                select id
                from toolkit_review
                where waiting_unit_id = @UnitId
                  and waiting_permission in @permissions
                limit @most) waiting
            """,
            new { context.UnitId, permissions, most },
            cancellationToken: cancellationToken));
    }

    private async Task<IReadOnlyList<ReviewTodo>> ListAsync(string mine, ReviewTodoFilter filter, string[] permissions, CancellationToken cancellationToken)
    {
        if (permissions.Length == 0)
            return [];
        var conditions = new List<string> { mine };
        if (filter.RouteKey is not null)
            conditions.Add("route_key = @RouteKey");
        if (filter.OverdueOnly)
            conditions.Add("due_at <= @now");
        if (filter.After is not null)
            conditions.Add("due_at >= @dueAt and (due_at > @dueAt or id > @id)");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Review>(new CommandDefinition(
            $"""
            select {ReviewStore.Columns}
            from toolkit_review
            where {string.Join("\n  and ", conditions)}
            order by due_at, id
            limit @Take
            """,
            new { context.UnitId, permissions, filter.RouteKey, now = Now, dueAt = filter.After?.DueAt, id = filter.After?.Id, filter.Take },
            cancellationToken: cancellationToken));
        var days = await calendar.GetAsync(cancellationToken);
        return [.. rows.Where(row => handlers.Find(row.RouteKey) is not null).Select(row => Todo(row, days))];
    }

    private ReviewTodo Todo(Review review, WorkDays days)
    {
        var route = handlers.Get(review.RouteKey).Route;
        var due = review.DueAt!.Value;
        return new()
        {
            Review = review,
            RouteTitle = route.Title,
            StepLabel = route.Find(review.StepKey)?.Label ?? review.StepKey,
            Link = route.Link(review.SubjectId),
            IsOverdue = WorkDays.IsOverdue(due, Now),
            RemainingWorkingDays = days.RemainingWorkingDays(due, Now),
            LastDay = days.LastDay(due),
        };
    }

    private string[] Permissions() =>
        [.. handlers.All.SelectMany(handler => handler.Route.Steps).Select(step => step.Permission).Distinct(StringComparer.Ordinal).Where(context.Has)];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private sealed record CountRow
    {
        public long Total { get; init; }

        public long Overdue { get; init; }
    }
}
