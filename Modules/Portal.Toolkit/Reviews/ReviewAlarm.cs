using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Toolkit.Calendar;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>
/// At the due date the unit and its superior are told; at twice the working days the step enters the superior's list. Each once: the row says when the
/// alarm is due, and only who finds it unchanged moves it on. The version stays, so that nobody's decision becomes stale.
/// </summary>
internal sealed class ReviewAlarm(
    DbDataSource source, IWriteTransactions transactions, ReviewHandlers handlers, ReviewHistory history, ReviewNotices notices, IWorkCalendar calendar, IUnitTree units, TimeProvider clock,
    ILogger<ReviewAlarm> logger)
{
    private const int Batch = 200;
    private const int Ids = 4;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        for (var (at, id) = (DateTime.UnixEpoch, 0L); ;)
        {
            var due = await DueAsync(now, at, id, cancellationToken);
            foreach (var review in due.Where(review => handlers.Find(review.RouteKey)?.Route.Find(review.StepKey) is not null))
                await TryRaiseAsync(review, now, cancellationToken);
            if (due.Count < Batch)
                return;
            (at, id) = (due[^1].AlarmAt!.Value, due[^1].Id);
        }
    }

    // One review that cannot be told of does not silence the rest; it is tried again at the next run.
    private async Task TryRaiseAsync(Review review, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(Ids, transaction => RaiseAsync(transaction, review, now), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The reminder of review {ReviewId} could not be raised", review.Id);
        }
    }

    private async Task<IReadOnlyList<Review>> DueAsync(DateTime now, DateTime at, long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Review>(new CommandDefinition(
            $"""
            select {ReviewStore.Columns}
            from toolkit_review
            where alarm_at <= @now
              and alarm_at >= @at
              and (alarm_at > @at or id > @id)
            order by alarm_at, id
            limit @Batch
            """,
            new { now, at, id, Batch },
            cancellationToken: cancellationToken))).AsList();
    }

    private async Task RaiseAsync(WriteTransaction transaction, Review review, DateTime now)
    {
        transaction.WithoutAudit("A reminder changes no state; the review's history keeps it.");
        var handler = handlers.Get(review.RouteKey);
        var step = handler.Route.Find(review.StepKey)!;
        var (unitId, dueAt) = (review.WaitingUnitId!.Value, review.DueAt!.Value);
        var days = await calendar.GetAsync(transaction);
        var escalateAt = days.DueAt(review.EnteredAt!.Value, 2 * step.WorkingDays);
        var isFirst = review.AlarmAt == dueAt;
        var superior = await handler.SuperiorUnitAsync(ReadSession.Of(transaction), review, unitId) ?? units.Find(unitId)?.ParentId;
        if (!await MoveOnAsync(transaction, review, isFirst && escalateAt > dueAt ? escalateAt : null, isFirst ? null : superior))
            return;
        await MarkAsync(transaction, review, isFirst, now);
        var text = $"{step.Label}由{units.Find(unitId)?.Name}办理，应在 {days.LastDay(dueAt):yyyy-MM-dd} 前办完。";
        await history.WriteBySystemAsync(transaction, isFirst ? new("Overdue", "超期", review) { Text = text } : new("Escalated", "列入督办", review) { Text = text });
        var word = isFirst ? "已超期" : "超期严重，已列入督办";
        await notices.SendAsync(transaction, handler, review, word, text, new() { UnitId = unitId, Permission = step.Permission, Title = "", ModuleId = "" });
        if (superior is { } above && above != units.Root?.Id)
            await notices.SendAsync(transaction, handler, review, word, text, new() { UnitId = above, Permission = handler.Route.SupervisorPermission ?? "", Title = "", ModuleId = "" });
    }

    private static async Task<bool> MoveOnAsync(WriteTransaction transaction, Review review, DateTime? next, long? escalatedUnitId) => await transaction.ExecuteAsync(
        """
        update toolkit_review
        set alarm_at = @next,
            escalated_unit_id = @escalatedUnitId
        where id = @Id
          and version = @Version
          and alarm_at = @AlarmAt
        """,
        new { next, escalatedUnitId, review.Id, review.Version, review.AlarmAt }) == 1;

    private static Task<int> MarkAsync(WriteTransaction transaction, Review review, bool isFirst, DateTime now) => transaction.ExecuteAsync(
        """
        update toolkit_review_step
        set reminded_at = coalesce(reminded_at, @now),
            escalated_at = @escalatedAt
        where review_id = @Id
          and round = @Round
          and step_no = @StepNo
        """,
        new { now, escalatedAt = isFirst ? (DateTime?)null : now, review.Id, review.Round, review.StepNo });
}
