using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.Toolkit.Tests.Records;

/// <summary>What two do at once has the outcome of one after the other.</summary>
public abstract class RecordRaceTests<TDialect>(RecordFixture<TDialect> portal) : IClassFixture<RecordFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Rounds = 20;

    [Fact]
    public async Task Of_two_who_claim_one_name_one_has_it()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var title = $"同名{Guid.NewGuid():N}";
            var drafts = new[] { await portal.DraftAsync(title: title), await portal.DraftAsync(title: title) };
            var outcomes = await AtOnceAsync([.. drafts.Select(draft => (Func<Task>)(() => portal.SubmitAsync(draft)))]);
            Assert.Equal(["", "同一年度已有同名文件"], outcomes.Order());
        }
    }

    [Fact]
    public async Task Numbers_are_given_once()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(async () => (await portal.DraftAsync()).No)));
        Assert.Equal(24, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_record_has_one_change_request()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var record = await portal.ApprovedAsync();
            var outcomes = await AtOnceAsync(() => RequestAsync(record, "2026-04-08"), () => RequestAsync(record, "2026-04-09"));
            Assert.Single(outcomes, outcome => outcome.Length == 0);
            Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record_change where record_id = @Id", new { record.Id }));
        }
    }

    [Fact]
    public async Task What_is_emptied_while_it_is_submitted_is_not_submitted_empty()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var record = await portal.DraftAsync();
            var outcomes = await AtOnceAsync(
                () => portal.SubmitAsync(record),
                () => portal.CommandAsync(Staff.Clerk, commands => commands.SaveAsync(record.Id, record.Row.Version, Staff.Input(new() { ["amount"] = null }), default)));
            Assert.Single(outcomes, outcome => outcome.Length == 0);
            var now = await portal.ReadAsync(record.Id);
            Assert.Equal(now.State == "in-review", now.Has("amount"));
        }
    }

    private Task<RecordSaved> RequestAsync(RecordView record, string end) => portal.AsAsync(Staff.Clerk, services =>
        services.GetRequiredService<RecordAmendmentCommands>().RequestAsync(record.Id, record.Row.Version, Staff.Input(new() { ["endOn"] = end }), "对方延期", default));

    /// <summary>For each what it was refused with; empty when it went through.</summary>
    private static Task<string[]> AtOnceAsync(params Func<Task>[] works) => Task.WhenAll(works.Select(work => Task.Run(async () =>
    {
        try
        {
            await work();
            return "";
        }
        catch (Exception refusal) when (refusal is RefusedException or StaleException)
        {
            return refusal.Message;
        }
    })));
}

public sealed class SqliteRecordRaceTests(RecordFixture<Sqlite> portal) : RecordRaceTests<Sqlite>(portal);

public sealed class MariaDbRecordRaceTests(RecordFixture<MariaDb> portal) : RecordRaceTests<MariaDb>(portal);
