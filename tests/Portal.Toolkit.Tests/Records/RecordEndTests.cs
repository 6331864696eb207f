using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Records;

/// <summary>Whatever brings a record to its end, the module's own code too, ends what still runs about it: nobody is left with a to-do.</summary>
public abstract class RecordEndTests<TDialect>(RecordFixture<TDialect> portal) : IClassFixture<RecordFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_change_request_ends_with_its_record_in_one_transaction()
    {
        var record = await portal.ApprovedAsync();
        record = await portal.AsAsync(Staff.Clerk, async services => (await services.GetRequiredService<RecordAmendmentCommands>()
            .RequestAsync(record.Id, record.Row.Version, Staff.Input(new() { ["endOn"] = "2026-04-09" }), "对方延期", default)).Record);
        var review = await portal.ReviewAsync(record);
        Assert.Contains(await TodosAsync(Staff.Head), todo => todo.Review.Id == review.Id);

        await Assert.ThrowsAsync<RefusedException>(() => MoveAsync(record, RecordMove.Cancel, then: () => throw new RefusedException("不行")));
        Assert.Contains(await TodosAsync(Staff.Head), todo => todo.Review.Id == review.Id);

        var ended = await MoveAsync(record, RecordMove.Cancel);
        Assert.Equal(("cancelled", (long?)null), (ended.State, ended.Row.ChangeId));
        Assert.Equal(ended.Row, (await portal.ReadAsync(record.Id)).Row);
        Assert.DoesNotContain(await TodosAsync(Staff.Head), todo => todo.Review.Id == review.Id);
        Assert.Equal(["取消", "变更不再办理"], (await portal.HistoryAsync(record)).TakeLast(2));
        Assert.Equal(
            (RecordState.Withdrawn.Key, "2026-04-03", nameof(ReviewState.Expired)),
            (await portal.Database.ScalarAsync<string>("select state from toolkit_record_change where record_id = @Id", new { record.Id }), ended["endOn"],
                await portal.Database.ScalarAsync<string>("select state from toolkit_review where id = @Id", new { review.Id })));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record_change where record_id = @Id and ended_at is not null", new { record.Id }));
    }

    [Fact]
    public async Task A_route_that_still_runs_ends_with_its_record()
    {
        var record = await portal.DecideAsync(Staff.Head, await portal.SubmittedAsync());
        var review = await portal.ReviewAsync(record);
        Assert.Contains(await TodosAsync(Staff.Office), todo => todo.Review.Id == review.Id);
        var ended = await MoveAsync(record, "drop");
        Assert.Equal(("cancelled", ""), (ended.State, ended.Row.StepLabel));
        Assert.DoesNotContain(await TodosAsync(Staff.Office), todo => todo.Review.Id == review.Id);
        Assert.Equal(["撤件", "不再办理"], (await portal.HistoryAsync(record)).TakeLast(2));
        await Assert.ThrowsAsync<ReviewFinishedException>(() => portal.DecideAsync(Staff.Office, record));
    }

    private Task<RecordView> MoveAsync(RecordView record, string move, Action? then = null) => portal.AsAsync(Staff.Clerk, async services =>
    {
        RecordView? moved = null;
        await services.GetRequiredService<RecordModuleService>().RunAsync("Organisation", 1, async writer =>
        {
            moved = await writer.MoveAsync(record, move, "随上级安排");
            then?.Invoke();
        }, default);
        return moved!;
    });

    private Task<IReadOnlyList<ReviewTodo>> TodosAsync(Reviews.Who who) =>
        portal.AsAsync(who, services => services.GetRequiredService<ReviewTodoQueries>().ListAsync(new ReviewTodoFilter(), default));
}

public sealed class SqliteRecordEndTests(RecordFixture<Sqlite> portal) : RecordEndTests<Sqlite>(portal);

public sealed class MariaDbRecordEndTests(RecordFixture<MariaDb> portal) : RecordEndTests<MariaDb>(portal);
