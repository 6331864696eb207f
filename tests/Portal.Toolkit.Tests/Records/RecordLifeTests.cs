using System.Text.Json.Nodes;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Records;

public abstract class RecordLifeTests<TDialect>(RecordFixture<TDialect> portal) : IClassFixture<RecordFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_record_goes_through_its_route_and_moves_each_with_history_and_audit()
    {
        var record = await portal.ApprovedAsync(values => (values["amount"], values["startOn"]) = (2000m, "2026-03-01"));
        Assert.Equal("approved", record.State);
        record = await portal.MoveAsync(Staff.Clerk, record, RecordMove.Activate, new() { ["approvalNo"] = "桂教外〔2026〕1号" });
        record = await portal.CommandAsync(Staff.Clerk, commands => commands.SaveAsync(record.Id, record.Row.Version, Staff.Input(new() { ["report"] = "已总结" }), default));
        record = await portal.MoveAsync(Staff.Clerk, record, RecordMove.Close);
        record = await portal.MoveAsync(Staff.Office, record, RecordMove.Archive);
        Assert.Equal("archived", record.State);
        Assert.Equal("桂教外〔2026〕1号", record["approvalNo"]);
        Assert.Matches(@"^WJ-2026-\d{4}$", record.No);
        var history = await portal.HistoryAsync(record);
        Assert.Equal(["新建", "提交", "单位负责人：通过", "职能处审核：通过", "学校审批：通过", "启动实施", "更新", "办结", "归档"], history);
        Assert.Equal(record.Row.Version, history.Count);
        Assert.Equal(history.Count, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where subject = @subject", new { subject = $"record:{record.Id}" }));
    }

    [Fact]
    public async Task A_draft_may_be_incomplete_but_nothing_incomplete_is_submitted()
    {
        var record = await portal.DraftAsync(values => (values["kind"], values["amount"]) = ("meeting", null));
        var invalid = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.SubmitAsync(record));
        Assert.Equal(["amount", "filingNo"], invalid.Errors.Keys.Order());
        Assert.Equal("draft", (await portal.ReadAsync(record.Id)).State);
        var wrong = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.DraftAsync(values => values["endOn"] = "2026-03-31"));
        Assert.Equal("结束日期不能早于开始日期", wrong.Errors["endOn"]);
    }

    [Fact]
    public async Task A_guard_refuses_with_its_article_and_nothing_is_written()
    {
        var record = await portal.SubmittedAsync(values => values["amount"] = 9500m);
        record = await portal.DecideAsync(Staff.Head, record);
        record = await portal.DecideAsync(Staff.Office, record);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.DecideAsync(Staff.School, record));
        Assert.Equal("金额超过限额，不得批准（第五条）", refused.Message);
        Assert.Equal(record.Row, (await portal.ReadAsync(record.Id)).Row);
        Assert.Equal(ReviewState.Active, (await portal.ReviewAsync(record)).State);
    }

    [Fact]
    public async Task A_rule_that_only_warns_refuses_when_the_setting_says_so()
    {
        var record = await portal.DraftAsync(values => values["startOn"] = "2026-03-04");
        await portal.Database.ExecuteAsync("insert into toolkit_record_setting (module_id, setting_key, value, version) values ('Organisation', 'early.strict', 'true', 1)");
        await Assert.ThrowsAsync<RefusedException>(() => portal.SubmitAsync(record));
        await portal.Database.ExecuteAsync("delete from toolkit_record_setting");
        var saved = await portal.AsAsync(Staff.Clerk, services => ((RecordCommands)services.GetService(typeof(RecordCommands))!).SubmitAsync(record.Id, record.Row.Version, default));
        Assert.Equal(["提前不足 5 天"], saved.Warnings);
    }

    [Fact]
    public async Task Whoever_saves_an_old_version_is_told_and_nothing_is_lost()
    {
        var record = await portal.DraftAsync();
        Task<RecordView> Save(decimal amount) => portal.CommandAsync(Staff.Clerk, commands => commands.SaveAsync(record.Id, record.Row.Version, Staff.Input(new() { ["amount"] = amount }), default));
        await Save(600);
        await Assert.ThrowsAsync<StaleException>(() => Save(700));
        Assert.Equal(600, (await portal.ReadAsync(record.Id)).Money("amount"));
    }

    [Fact]
    public async Task Only_before_the_first_decision_may_it_be_withdrawn()
    {
        var record = await portal.SubmittedAsync();
        var review = await portal.ReviewAsync(record);
        await portal.AsAsync(Staff.Clerk, services => Commands(services).WithdrawAsync(review.Id, review.Version, "重新准备", default));
        Assert.Equal("withdrawn", (await portal.ReadAsync(record.Id)).State);

        var decided = await portal.SubmittedAsync();
        decided = await portal.DecideAsync(Staff.Head, decided);
        review = await portal.ReviewAsync(decided);
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.AsAsync(Staff.Clerk, services => Commands(services).WithdrawAsync(review.Id, review.Version, "重新准备", default)));
    }

    [Fact]
    public async Task What_is_returned_is_mended_and_takes_the_whole_route_again()
    {
        var record = await portal.SubmittedAsync();
        record = await portal.DecideAsync(Staff.Head, record);
        record = await portal.DecideAsync(Staff.Office, record, ReviewDecision.Return, "补充金额");
        Assert.Equal("returned", record.State);
        record = await portal.CommandAsync(Staff.Clerk, commands => commands.SaveAsync(record.Id, record.Row.Version, Staff.Input(new() { ["amount"] = 800m }), default));
        record = await portal.SubmitAsync(record);
        Assert.Equal(("in-review", "单位负责人"), (record.State, record.Row.StepLabel));
        record = await portal.DecideAsync(Staff.Head, record);
        record = await portal.DecideAsync(Staff.Office, record);
        Assert.Equal("approved", record.State);
    }

    [Fact]
    public async Task An_approved_body_changes_only_through_the_route_and_stays_in_force_meanwhile()
    {
        var record = await portal.ApprovedAsync();
        var edit = Staff.Input(new() { ["endOn"] = "2026-04-09" });
        await Assert.ThrowsAsync<RefusedException>(() => portal.CommandAsync(Staff.Clerk, commands => commands.SaveAsync(record.Id, record.Row.Version, edit, default)));
        var before = await DueAsync(record);
        record = await portal.AsAsync(Staff.Clerk, async services =>
            (await ((RecordAmendmentCommands)services.GetService(typeof(RecordAmendmentCommands))!).RequestAsync(record.Id, record.Row.Version, edit, "对方延期", default)).Record);
        Assert.Equal(("approved", new DateOnly(2026, 4, 3)), (record.State, record.Date("endOn")));
        record = await portal.DecideAsync(Staff.Head, record);
        record = await portal.DecideAsync(Staff.Office, record);
        Assert.Equal(("approved", new DateOnly(2026, 4, 9), (long?)null), (record.State, record.Date("endOn"), record.Row.ChangeId));
        Assert.Equal(before.AddDays(6), await DueAsync(record));
    }

    private static ReviewCommands Commands(IServiceProvider services) => (ReviewCommands)services.GetService(typeof(ReviewCommands))!;

    private Task<DateTime> DueAsync(RecordView record) => portal.Database.ScalarAsync<DateTime>("select due_at from toolkit_record_due where record_id = @Id", new { record.Id });
}

public sealed class SqliteRecordLifeTests(RecordFixture<Sqlite> portal) : RecordLifeTests<Sqlite>(portal);

public sealed class MariaDbRecordLifeTests(RecordFixture<MariaDb> portal) : RecordLifeTests<MariaDb>(portal);
