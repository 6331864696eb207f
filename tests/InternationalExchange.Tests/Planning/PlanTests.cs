using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Planning;

public sealed class SqlitePlanTests(CaseFixture<Sqlite> portal) : PlanTests<Sqlite>(portal);

public sealed class MariaDbPlanTests(CaseFixture<MariaDb> portal) : PlanTests<MariaDb>(portal);

[Trait("Case", "exchange:41")]
public abstract class PlanTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Plan = "exchange.work-plan";

    [Fact]
    public async Task A_unit_has_one_annual_plan_for_a_year()
    {
        await portal.As("colA1").SubmitAsync((await DraftAsync("annual", "2027")).Id);
        var second = await DraftAsync("annual", "2027");
        Assert.Contains("每年只能各报一份（第六条一、第八条二）", await RefusedAsync(() => portal.As("colA1").SubmitAsync(second.Id)), StringComparison.Ordinal);
        await portal.As("colA1").SubmitAsync((await DraftAsync("annual", "2028")).Id);
    }

    [Fact]
    public async Task A_summary_needs_the_approved_plan_of_its_year_and_closes_it()
    {
        var plan = await DraftAsync("annual", "2026");
        await portal.As("colA1").SubmitAsync(plan.Id);
        var early = await DraftAsync("summary", "2026", ("planId", plan.No));
        Assert.Contains("已批准的年度计划（第六条一、第八条二）", await RefusedAsync(() => portal.As("colA1").SubmitAsync(early.Id)), StringComparison.Ordinal);
        var without = await DraftAsync("summary", "2026");
        await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As("colA1").SubmitAsync(without.Id));
        await portal.PassAsync(plan.Id, "colAh", "ieo1");
        Assert.Equal("approved", await portal.StateAsync(plan.Id));
        await portal.As("colA1").SubmitAsync(early.Id);

        // A change of the plan that is still on its way ends with it.
        await portal.As("colA1").AmendAsync(plan.Id, "补充事项", ("items[0].goal", "接收和派出交换生"));
        await portal.PassAsync(early.Id, "colAh", "ieo1");
        Assert.Equal("closed", await portal.StateAsync(plan.Id));
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_review r join toolkit_record_change c on c.review_id = r.id where c.record_id = @Id and r.finished_at is null", new { plan.Id }));
        var owed = await portal.Database.QueryAsync<string>("select due_key from toolkit_record_due where record_id = @Id and is_open = 0 and done_at < due_at", new { plan.Id });
        Assert.Contains("summary", owed);
    }

    [Fact]
    public async Task A_unit_without_a_contact_submits_nothing()
    {
        await portal.Database.ExecuteAsync("update toolkit_record set state = 'ended' where type = 'exchange.unit-contact' and unit_id = @unit", new { unit = await portal.UnitIdAsync("外国语学院") });
        var request = await portal.As("colB1").CreateAsync("exchange.request", ("title", "请示"), ("unitHead", "colBh"), ("kind", "request"), ("content", "拟接待来访。"));
        Assert.Contains("还没有在任的外事分管负责人", await RefusedAsync(() => portal.As("colB1").SubmitAsync(request.Id)), StringComparison.Ordinal);
        Assert.Equal("draft", await portal.StateAsync(request.Id));
    }

    [Fact]
    public async Task A_unit_has_one_active_leader()
    {
        var contact = await portal.As("res1").CreateAsync("exchange.unit-contact", ("leader", "resh"), ("from", "2026-03-01"));
        Assert.Equal("本单位已有在任的分管负责人，请先结束其任期（第六条）", await RefusedAsync(() => portal.As("res1").SubmitAsync(contact.Id)));
    }

    [Fact]
    public async Task A_task_from_above_is_closed_when_every_unit_has_reported()
    {
        var task = await portal.As("ieo1").SubmitNewAsync(
            "exchange.superior-task", ("title", "填报年报"), ("unitHead", "ieoh"), ("source", "教育厅"), ("content", "报送年度数据"), ("assignedUnits", $"{CaseFixture<TDialect>.College};后勤处"), ("dueOn", "2026-04-01"));
        await portal.As("colA1").SaveAsync(task.Id, ("reports[0].unit", CaseFixture<TDialect>.College), ("reports[0].on", "2026-03-05"), ("reports[0].text", "已报"));
        Assert.Equal("还没有报告：后勤处（第六条二）", await RefusedAsync(() => portal.As("ieo1").MoveAsync(task.Id, "close", ("result", "完成"))));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("colB1").MoveAsync(task.Id, "close", ("result", "完成")));
    }

    private Task<RecordView> DraftAsync(string kind, string year, params (string, string)[] more) => portal.As("colA1").CreateAsync(
        Plan,
        [
            ("title", $"{year} {kind}"), ("unitHead", "colAh"), ("year", year), ("kind", kind), ("scope", "unit"),
            ("items[0].goal", "接收交换生"), ("items[0].result", "接收 12 人"), .. more,
        ]);

    private static async Task<string> RefusedAsync(Func<Task> body) => (await Assert.ThrowsAsync<RefusedException>(body)).Message;
}
