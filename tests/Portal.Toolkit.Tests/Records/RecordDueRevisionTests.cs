using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Dues;
using Portal.Toolkit.Records.Settings;

namespace Portal.Toolkit.Tests.Records;

/// <summary>Open due dates follow the setting they rest on. Papers end on 3 April; the setting is 10 days.</summary>
public abstract class RecordDueRevisionTests<TDialect>(RecordFixture<TDialect> portal) : IClassFixture<RecordFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Key = "report.days";
    private const string Day10 = "2026-04-13";
    private const string Day20 = "2026-04-23";

    public async Task InitializeAsync()
    {
        portal.Clock.Set(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        foreach (var table in new[] { "toolkit_record_setting", "toolkit_record_due" })
            await portal.Database.ExecuteAsync($"delete from {table}");
    }

    public Task DisposeAsync() => portal.Database.ExecuteAsync("delete from toolkit_record_setting");

    [Fact]
    public async Task A_few_dates_move_with_the_change_and_what_was_done_stays()
    {
        var open = await portal.DraftAsync();
        var done = await portal.ApprovedAsync();
        done = await portal.CommandAsync(Staff.Clerk, commands => commands.SaveAsync(done.Id, done.Row.Version, Staff.Input(new() { ["report"] = "已总结" }), default));
        Assert.Equal((1, 0), await StandAsync());
        Assert.Equal(new RecordSettingChange(1), await SetAsync("20"));
        Assert.Equal([(open.Id, Day20, true), (done.Id, Day10, false)], await DaysAsync());
        Assert.Equal(open.Row.Version, (await portal.ReadAsync(open.Id)).Row.Version);
        Assert.Equal((1, 0), await StandAsync());
        Assert.Equal("\"20\"", await portal.Database.ScalarAsync<string>("select after_json from portal_audit where action = '修改参数' order by id desc limit 1"));
    }

    [Fact]
    public async Task A_setting_that_no_date_rests_on_or_that_stays_the_same_moves_nothing()
    {
        await portal.DraftAsync();
        Assert.Equal(0, (await SetAsync("true", "early.strict")).Dates);
        Assert.Equal(0, (await SetAsync("10")).Dates);
    }

    [Fact]
    public async Task Many_dates_move_in_the_background_and_the_page_can_tell_how_many_are_left()
    {
        var ids = await ManyAsync();
        Assert.True((await SetAsync("20")).IsLater);
        await RunAsync();
        Assert.Equal((ids.Count, ids.Count), await StandAsync());
        portal.Clock.Set(new(2026, 3, 2, 1, 10, 0, TimeSpan.Zero));
        await RunAsync();
        Assert.Equal((ids.Count, 0), await StandAsync());
        Assert.All(await DaysAsync(), due => Assert.Equal(Day20, due.Day));
        var told = await portal.Database.QueryAsync<DateTime>("select distinct remind_at from toolkit_record_due");
        Assert.Equal(new(2026, 3, 24, 0, 0, 0, DateTimeKind.Utc), Assert.Single(told));
    }

    [Fact]
    public async Task A_round_that_was_killed_goes_on_where_it_stood_and_another_change_begins_anew()
    {
        var ids = await ManyAsync();
        await SetAsync("20");
        await portal.Database.ExecuteAsync("update toolkit_record_setting set revise_type = @type, revise_after = @after", new { type = PaperType.Id, after = ids[99] });
        Assert.Equal((ids.Count, ids.Count - 100), await StandAsync());
        portal.Clock.Set(new(2026, 3, 2, 1, 10, 0, TimeSpan.Zero));
        await RunAsync();
        var days = await DaysAsync();
        Assert.All(days.Take(100), due => Assert.Equal(Day10, due.Day));
        Assert.All(days.Skip(100), due => Assert.Equal(Day20, due.Day));

        await portal.Database.ExecuteAsync("update toolkit_record_setting set revise_type = @type, revise_after = @after", new { type = PaperType.Id, after = ids[^1] });
        await SetAsync("15", version: 1);
        Assert.Equal((ids.Count, ids.Count), await StandAsync());
        portal.Clock.Set(new(2026, 3, 2, 1, 20, 0, TimeSpan.Zero));
        await RunAsync();
        await RunAsync();
        Assert.All(await DaysAsync(), due => Assert.Equal("2026-04-18", due.Day));
    }

    [Fact]
    public async Task What_went_by_the_old_setting_while_it_changed_is_put_right_by_the_round_after_it()
    {
        var record = await portal.DraftAsync();
        await SetAsync("20");
        await portal.Database.ExecuteAsync("update toolkit_record_due set due_at = @at", new { at = new DateTime(2026, 4, 13, 16, 0, 0) });
        portal.Clock.Set(new(2026, 3, 2, 1, 10, 0, TimeSpan.Zero));
        await RunAsync();
        Assert.Equal([(record.Id, Day20, true)], await DaysAsync());
    }

    private async Task<IReadOnlyList<long>> ManyAsync()
    {
        const int Count = DueRevision.Few + 5;
        await portal.AsAsync(Staff.Clerk, async services =>
        {
            await services.GetRequiredService<RecordModuleService>().RunAsync("Organisation", Count, async writer =>
            {
                for (var number = 0; number < Count; number++)
                    await writer.CreateAsync(PaperType.Id, 10, new JsonObject { ["startOn"] = "2026-04-01", ["endOn"] = "2026-04-03" }, common: new() { Title = $"文件{number}" });
            }, default);
            return true;
        });
        return await portal.Database.QueryAsync<long>("select record_id from toolkit_record_due order by record_id");
    }

    private Task<RecordSettingChange> SetAsync(string value, string key = Key, long version = 0) => portal.AsAsync(Staff.Office, services =>
        services.GetRequiredService<RecordSettingCommands>().SetAsync(Book(services), key, value, version, default));

    private Task<(int Dates, int Remaining)> StandAsync() => portal.AsAsync(Staff.Office, async services =>
    {
        var setting = (await services.GetRequiredService<RecordSettingQueries>().ListAsync(Book(services), default)).Single(found => found.Setting.Key == Key);
        return (setting.Dates, setting.Remaining);
    });

    private Task<bool> RunAsync() => portal.AsAsync(null, async services =>
    {
        await services.GetServices<IBackgroundTask>().OfType<DueRevisionTask>().Single().DoWorkAsync(services, default);
        return true;
    });

    private async Task<IReadOnlyList<(long Id, string Day, bool IsOpen)>> DaysAsync() =>
    [
        .. (await portal.Database.QueryAsync<DueRow>($"select {DueRow.Columns} from toolkit_record_due order by record_id"))
            .Select(row => (row.RecordId, $"{row.DueAt:yyyy-MM-dd}", row.IsOpen)),
    ];

    private static RecordBook Book(IServiceProvider services) => services.GetRequiredService<RecordCatalog>().FindBook("Organisation")!;
}

public sealed class SqliteRecordDueRevisionTests(RecordFixture<Sqlite> portal) : RecordDueRevisionTests<Sqlite>(portal);

public sealed class MariaDbRecordDueRevisionTests(RecordFixture<MariaDb> portal) : RecordDueRevisionTests<MariaDb>(portal);
