using System.Data.Common;
using Dapper;
using Portal.Toolkit.Calendar;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>Reads reviews; whether the current post may see the subject is the module's question.</summary>
public sealed class ReviewQueries(
    DbDataSource source, IUnitContext context, ReviewHandlers handlers, IUnitTree units, IWorkCalendar calendar, LocalTime local, TimeProvider clock)
{
    /// <summary>The review; null when there is none.</summary>
    public async Task<Review?> FindAsync(long reviewId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<Review>(Command($"select {ReviewStore.Columns} from toolkit_review where id = @reviewId", new { reviewId }, cancellationToken));
    }

    /// <summary>The review of a subject; null when it was never started.</summary>
    public async Task<Review?> FindAsync(string routeKey, long subjectId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<Review>(Command(
            $"""
            select {ReviewStore.Columns}
            from toolkit_review
            where route_key = @routeKey
              and subject_id = @subjectId
            """,
            new { routeKey, subjectId },
            cancellationToken));
    }

    /// <summary>Everything the subject's page shows of its review; null when there is none.</summary>
    public async Task<ReviewTimeline?> TimelineAsync(long reviewId, CancellationToken cancellationToken)
    {
        if (await FindAsync(reviewId, cancellationToken) is not { } review)
            return null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var steps = await connection.QueryAsync<ReviewStepRecord>(Command(
            $"select {ReviewStepStore.Columns} from toolkit_review_step where review_id = @reviewId order by round, step_no", new { reviewId }, cancellationToken));
        var history = await connection.QueryAsync<ReviewEvent>(Command(
            $"select {ReviewHistory.Columns} from toolkit_review_event where review_id = @reviewId order by id", new { reviewId }, cancellationToken));
        return await new TimelineWriter(handlers, units, calendar, local, clock).WriteAsync(review, steps.AsList(), history.AsList(), cancellationToken);
    }

    /// <summary>Whether the current post may decide the waiting step now: its unit's turn, its permission, and not its own subject where four eyes are asked for.</summary>
    public async Task<bool> MayDecideAsync(Review review, CancellationToken cancellationToken)
    {
        if (!ReviewGuard.HasTurn(context, review) || handlers.Find(review.RouteKey) is not { } handler || handler.Route.Find(review.StepKey) is not { } step)
            return false;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var data = ReadSession.Of(connection, cancellationToken);
        if (context.Post is not { } post || await handler.FindObstacleAsync(data, review, step, post) is not null)
            return false;
        return !await handler.IsMakerAsync(data, review, context.Person!.Id) || !await handler.FourEyesAsync(data, review, step);
    }

    /// <summary>Whether the current post may withdraw the review now.</summary>
    public async Task<bool> MayWithdrawAsync(Review review, CancellationToken cancellationToken)
    {
        if (review.State.IsFinal() || context.Post is not { } post || handlers.Find(review.RouteKey) is not { } handler)
            return false;
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await handler.MayWithdrawAsync(ReadSession.Of(connection, cancellationToken), review, post);
        }
        catch (ReviewRefusedException)
        {
            return false;
        }
    }

    /// <summary>The steps the review may be returned to from where it waits, in order: those in force that passed.</summary>
    public static IReadOnlyList<ReviewStepRecord> ReturnTargets(ReviewTimeline timeline) =>
        [.. timeline.Steps.Where(step => step is { Superseded: false, Decision: ReviewDecision.Pass } && step.StepNo < timeline.Review.StepNo).OrderBy(step => step.StepNo)];

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) => new(sql, parameters, cancellationToken: cancellationToken);
}
