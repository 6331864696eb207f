using Portal.Testing;
using Portal.Toolkit.Imports;

namespace Portal.Toolkit.Tests.Imports;

/// <summary>What every import gets from the toolkit: check, import, resumption, refusal, giving up, purge.</summary>
public abstract class ImportMachineTests<TDialect>(ItemFixture<TDialect> portal) : IClassFixture<ItemFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private static readonly (string, string)[] _many = [.. Enumerable.Range(1, 1200).Select(number => ($"A{number:0000}", $"物品{number}"))];

    public Task InitializeAsync() => portal.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Rows_are_added_then_changed_and_the_same_file_again_changes_nothing()
    {
        var first = await portal.CheckAsync(("A1", "椅"), ("A2", "桌"), ("A3", "坏"), ("A4 ", "灯"));
        Assert.Equal((ImportState.Checked, 2, 0, 0, 2), (first.State, first.Additions, first.Changes, first.Unchanged, first.Rejected));
        Assert.Equal(("一号库", "未导入的列：备用"), (first.Subject, first.Note));
        Assert.Equal(0, await portal.CountAsync("test_item"));
        Assert.Equal((ImportState.Applied, 2, 2), await DoneAsync(portal.ApplyAsync(first)));

        var second = await portal.CheckAsync(("A1", "椅"), ("A2", "大桌"), ("A5", "凳"));
        Assert.Equal((1, 1, 1, 0), (second.Additions, second.Changes, second.Unchanged, second.Rejected));
        Assert.Equal((ImportState.Applied, 2, 0), await DoneAsync(portal.ApplyAsync(second)));
        var third = await portal.CheckAsync(("A1", "椅"), ("A2", "大桌"), ("A5", "凳"));
        Assert.Equal((0, 3), (third.Good, third.Unchanged));
        Assert.Equal(2, await portal.Database.ScalarAsync<int>("select version from test_item where code = 'A2'"));
    }

    [Fact]
    public async Task A_row_keeps_its_reason_and_its_cells_and_hides_what_is_masked()
    {
        var batch = await portal.CheckAsync(("A1", "椅"), ("BESONDERS3", "坏"), ("A4 ", "灯"));
        var rows = (await portal.ReadAsync(rows => rows.ListAsync(batch.Id, ImportRowList.Rejected, 0, null, default))).Rows;
        Assert.Equal([(3, "X1", "名称", "名称不能为坏"), (4, "special", "编号", "编号含空格/回车等特殊字符")], rows.Select(row => (row.RowNumber, row.Code, row.Field, row.Message)));
        Assert.Equal(["B***", "坏"], await portal.ShowAsync(batch, rows[0]));
        Assert.Equal(["sA4 ", "s灯", "sz"], rows[1].Raw);
        Assert.Equal(0, await portal.CountAsync("toolkit_import_file"));
        Assert.All(await portal.Database.QueryAsync<string>("select content from toolkit_import_part"), content => Assert.DoesNotContain("BESONDERS3", content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_that_breaks_goes_on_where_it_stood()
    {
        var batch = await portal.CheckAsync(_many);
        portal.Faults.Faults[2] = new InvalidOperationException("The process died.");
        var broken = await portal.ApplyAsync(batch);
        Assert.Equal((ImportState.Applying, 1000), (broken.State, await portal.CountAsync("test_item")));
        Assert.Equal((ImportState.Applied, 1200, 0), await DoneAsync(portal.ApplyAsync(broken)));
        Assert.Equal(1200, await portal.CountAsync("test_item where version = 1"));
        Assert.Equal(2, await portal.CountAsync($"portal_audit where action = '导入物品' and subject = 'import:{batch.Id}'"));
    }

    [Fact]
    public async Task A_refusal_in_between_keeps_what_is_done_and_rejects_the_rest()
    {
        portal.Faults.Faults[2] = new RefusedException("仓库已关闭。");
        var batch = await portal.CheckAsync(_many);
        Assert.Equal((ImportState.Applied, 1000, 200), await DoneAsync(portal.ApplyAsync(batch)));
        Assert.Equal("仓库已关闭。", (await portal.FindAsync(batch.Id)).Message);
        var rejected = await portal.ReadAsync(async rows =>
        {
            var found = new List<(int, string)>();
            await foreach (var row in rows.ListRejectedAsync(batch.Id, default))
                found.Add((row.RowNumber, row.Cells[1].Text));
            return found;
        });
        Assert.Equal([.. Enumerable.Range(1002, 200).Select(number => (number, $"物品{number - 1}"))], rejected);
    }

    [Fact]
    public async Task A_refusal_before_the_first_row_leaves_the_preview()
    {
        portal.Faults.Faults[1] = new RefusedException("仓库已关闭。");
        var batch = await portal.ApplyAsync(await portal.CheckAsync(("A1", "椅")));
        Assert.Equal((ImportState.Checked, "仓库已关闭。", 1), (batch.State, batch.Message, batch.Good));
        Assert.Equal((ImportState.Applied, 1, 0), await DoneAsync(portal.ApplyAsync(batch)));
    }

    [Fact]
    public async Task What_changed_since_the_check_is_rejected_row_by_row()
    {
        var batch = await portal.CheckAsync(("A1", "椅"), ("A2", "桌"));
        await portal.Database.ExecuteAsync("insert into test_item (code, name, version) values ('A2', '别人的', 1)");
        Assert.Equal((ImportState.Applied, 1, 1), await DoneAsync(portal.ApplyAsync(batch)));
        Assert.Equal("别人的", await portal.Database.ScalarAsync<string>("select name from test_item where code = 'A2'"));
    }

    [Fact]
    public async Task Only_one_of_two_who_import_at_once_does()
    {
        var batch = await portal.CheckAsync(_many);
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                await portal.ApplyAsync(batch);
            }
            catch (RefusedException)
            {
                Interlocked.Increment(ref refused);
            }
        }));
        Assert.Equal((2, 1200), (refused, await portal.CountAsync("test_item where version = 1")));
    }

    [Fact]
    public async Task What_is_given_up_is_deleted_and_cannot_be_imported()
    {
        var batch = await portal.CheckAsync(("A1", "椅"));
        await portal.CancelAsync(batch);
        var cancelled = await portal.FindAsync(batch.Id);
        Assert.Equal((ImportState.Cancelled, 1, 0), (cancelled.State, cancelled.Good, await portal.CountAsync("toolkit_import_part")));
        await Assert.ThrowsAsync<RefusedException>(() => portal.ApplyAsync(cancelled));
        await Assert.ThrowsAsync<RefusedException>(() => portal.ApplyAsync(batch));
    }

    [Fact]
    public async Task After_thirty_days_rows_are_gone_and_counts_stay()
    {
        var waiting = await portal.CheckAsync(("A1", "椅"), ("A3", "坏"));
        portal.Faults.Faults[2] = new InvalidOperationException("The process died.");
        var broken = await portal.ApplyAsync(await portal.CheckAsync(_many));
        await portal.PurgeAsync();
        Assert.NotEqual(0, await portal.CountAsync("toolkit_import_part"));
        await portal.Database.ExecuteAsync("update toolkit_import set at = '2020-01-01 00:00:00'");
        await portal.PurgeAsync();
        Assert.Equal(0, await portal.CountAsync("toolkit_import_part"));
        Assert.Equal((ImportState.Cancelled, 1, 1), await DoneAsync(portal.FindAsync(waiting.Id)));
        Assert.Equal((ImportState.Applied, 1000, 0), await DoneAsync(portal.FindAsync(broken.Id)));
    }

    [Fact]
    public async Task An_old_import_whose_job_waits_or_runs_is_left_alone()
    {
        portal.Faults.Faults[2] = new InvalidOperationException("The process died.");
        var broken = await portal.ApplyAsync(await portal.CheckAsync(_many));
        await portal.Database.ExecuteAsync("update toolkit_import set at = '2020-01-01 00:00:00'");
        await portal.Database.ExecuteAsync("update portal_job set state = 1, lease_until = '2099-01-01 00:00:00' where id = @JobId", new { broken.JobId });
        await portal.PurgeAsync();
        Assert.Equal(ImportState.Applying, (await portal.FindAsync(broken.Id)).State);
        Assert.NotEqual(0, await portal.CountAsync("toolkit_import_part"));
        await portal.Database.ExecuteAsync("update portal_job set state = 3 where id = @JobId", new { broken.JobId });
        await portal.PurgeAsync();
        Assert.Equal((ImportState.Applied, 1000, 0), await DoneAsync(portal.FindAsync(broken.Id)));
    }

    [Fact]
    public async Task Long_lists_are_paged_forwards_and_back()
    {
        var batch = await portal.CheckAsync([.. Enumerable.Range(1, 1120).Select(number => ($"A{number:0000}", number % 10 == 0 ? "坏" : "好"))]);
        var first = await portal.ReadAsync(rows => rows.ListAsync(batch.Id, ImportRowList.Rejected, 0, null, default));
        var second = await portal.ReadAsync(rows => rows.ListAsync(batch.Id, ImportRowList.Rejected, first.Rows[^1].RowNumber, null, default));
        var third = await portal.ReadAsync(rows => rows.ListAsync(batch.Id, ImportRowList.Rejected, second.Rows[^1].RowNumber, null, default));
        var back = await portal.ReadAsync(rows => rows.ListAsync(batch.Id, ImportRowList.Rejected, 0, third.Rows[0].RowNumber, default));
        Assert.Equal([(50, false, true), (50, true, true), (12, true, false)], new[] { first, second, third }.Select(page => (page.Rows.Count, page.HasPrevious, page.HasNext)));
        Assert.Equal(second.Rows.Select(row => row.RowNumber), back.Rows.Select(row => row.RowNumber));
        Assert.Equal([.. Enumerable.Range(1, 112).Select(number => (number * 10) + 1)], first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.RowNumber));
    }

    [Fact]
    public async Task Who_lacks_the_permission_uploads_nothing()
    {
        await using var scope = await portal.EnterAsync("op1");
        using var content = new MemoryStream(ItemFile.Of(("A1", "椅")));
        var services = scope.ServiceProvider;
        await Assert.ThrowsAsync<RefusedException>(() => ((ImportCommands)services.GetService(typeof(ImportCommands))!).UploadAsync(
            (ItemImport)services.GetService(typeof(ItemImport))!, new ItemChoice("一号库"), "物品.xlsx", clean: false, content, CancellationToken.None));
        Assert.Equal(0, await portal.CountAsync("toolkit_import"));
    }

    private static async Task<(ImportState State, int Good, int Rejected)> DoneAsync(Task<ImportBatch> batch)
    {
        var done = await batch;
        return (done.State, done.Good, done.Rejected);
    }
}

public sealed class ImportMachineOnSqlite(ItemFixture<Sqlite> portal) : ImportMachineTests<Sqlite>(portal);

public sealed class ImportMachineOnMariaDb(ItemFixture<MariaDb> portal) : ImportMachineTests<MariaDb>(portal);
