using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Dues;
using Portal.Toolkit.Records.Reading;

namespace Portal.Toolkit.Tests.Records;

/// <summary>What stays of a due date when it is over. The report is owed by 13 April.</summary>
public abstract class RecordDueHistoryTests<TDialect>(RecordFixture<TDialect> portal) : IClassFixture<RecordFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    public Task InitializeAsync()
    {
        portal.Clock.Set(new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public async Task What_is_done_stays_with_the_date_it_was_kept_against(int day, bool isLate)
    {
        var record = await ActiveAsync();
        var open = Assert.Single(await RowsAsync(record));
        portal.Clock.Set(new(2026, 4, day, 1, 0, 0, TimeSpan.Zero));
        record = await SaveAsync(record, "report", "已总结");
        record = await SaveAsync(record, "report", "已再次总结");
        await portal.MoveAsync(Staff.Clerk, record, RecordMove.Close);
        var kept = Assert.Single(await RowsAsync(record));
        Assert.Equal(open with { IsOpen = false, RemindAt = null, DoneAt = kept.DoneAt }, kept);
        Assert.Equal(new DateTime(2026, 4, day), kept.DoneAt!.Value.Date);
        Assert.Equal(isLate, kept.DoneAt >= kept.DueAt);
        Assert.DoesNotContain(await ListAsync(), due => due.RecordId == record.Id);
        var shown = Assert.Single((await portal.AsAsync(Staff.Clerk, services => services.GetRequiredService<RecordQueries>().FindAsync(PaperType.Id, record.Id, default)))!.Deadlines);
        Assert.Equal((false, isLate), (shown.IsOpen, shown.IsOverdue));
    }

    [Fact]
    public async Task What_is_cancelled_before_its_day_was_never_due_and_afterwards_it_was_late()
    {
        var early = await ActiveAsync();
        await portal.MoveAsync(Staff.Clerk, early, RecordMove.Cancel, reason: "不再举办");
        Assert.Empty(await RowsAsync(early));
        var late = await ActiveAsync();
        portal.Clock.Set(new(2026, 5, 1, 1, 0, 0, TimeSpan.Zero));
        await portal.MoveAsync(Staff.Clerk, late, RecordMove.Cancel, reason: "不再举办");
        var row = Assert.Single(await RowsAsync(late));
        Assert.True(row is { IsOpen: false, RemindAt: null, DoneAt: not null } && row.DoneAt > row.DueAt);
    }

    [Fact]
    public async Task What_is_taken_up_again_is_owed_again_by_the_same_date()
    {
        var record = await SaveAsync(await ActiveAsync(), "report", "已总结");
        record = await SaveAsync(record, "report", null);
        Assert.True(Assert.Single(await RowsAsync(record)) is { IsOpen: true, DoneAt: null, RemindAt: not null });
        Assert.Contains(await ListAsync(), due => due.RecordId == record.Id);
    }

    [Fact]
    public async Task Of_what_recurs_each_time_stays_and_the_next_is_open()
    {
        var record = await ActiveAsync();
        foreach (var day in new[] { "2025-04-10", "2026-03-30", "2026-04-01" })
            record = await SaveAsync(record, "checkedOn", day);
        Assert.Equal(
            [("2026-04-10", false), ("2027-03-30", false), ("2027-04-01", true)],
            (await RowsAsync(record)).Where(row => row.DueKey == "check").Select(row => ($"{row.DueAt:yyyy-MM-dd}", row.IsOpen)));

        // Put right: the one before is owed again, and the one that was wrong is nowhere.
        record = await SaveAsync(record, "checkedOn", "2026-03-30");
        Assert.Equal([("2026-04-10", false), ("2027-03-30", true)], (await RowsAsync(record)).Where(row => row.DueKey == "check").Select(row => ($"{row.DueAt:yyyy-MM-dd}", row.IsOpen)));
    }

    private async Task<RecordView> ActiveAsync()
    {
        var record = await portal.DraftAsync(values => values["startOn"] = "2026-03-20");
        record = await portal.SubmitAsync(record);
        record = await portal.DecideAsync(Staff.Office, await portal.DecideAsync(Staff.Head, record));
        return await portal.MoveAsync(Staff.Clerk, record, RecordMove.Activate, new() { ["approvalNo"] = "1号" });
    }

    private Task<RecordView> SaveAsync(RecordView record, string field, string? value) =>
        portal.CommandAsync(Staff.Clerk, commands => commands.SaveAsync(record.Id, record.Row.Version, Staff.Input(new() { [field] = value }), default));

    private Task<IReadOnlyList<DueRow>> RowsAsync(RecordView record) =>
        portal.Database.QueryAsync<DueRow>($"select {DueRow.Columns} from toolkit_record_due where record_id = @Id order by due_at", new { record.Id });

    private Task<IReadOnlyList<RecordDueItem>> ListAsync() =>
        portal.AsAsync(Staff.Clerk, services => services.GetRequiredService<RecordDueQueries>().ListAsync(new RecordDueFilter { Take = 1000 }, default));
}

public sealed class SqliteRecordDueHistoryTests(RecordFixture<Sqlite> portal) : RecordDueHistoryTests<Sqlite>(portal);

public sealed class MariaDbRecordDueHistoryTests(RecordFixture<MariaDb> portal) : RecordDueHistoryTests<MariaDb>(portal);
