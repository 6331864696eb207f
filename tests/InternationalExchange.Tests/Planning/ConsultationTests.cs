using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Tests.Planning;

public sealed class SqliteConsultationTests(CaseFixture<Sqlite> portal) : ConsultationTests<Sqlite>(portal);

public sealed class MariaDbConsultationTests(CaseFixture<MariaDb> portal) : ConsultationTests<MariaDb>(portal);

/// <summary>会签 and 上级任务: several units answer, each for itself.</summary>
public abstract class ConsultationTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Consultation = "exchange.consultation";

    [Fact]
    public async Task Units_that_were_asked_answer_for_themselves_and_the_one_that_asked_closes()
    {
        var draft = await portal.As("colA1").CreateAsync(
            Consultation, ("title", "联合实验室方案"), ("unitHead", "colAh"), ("content", "请会签实验室方案。"), ("units", "后勤处、保卫处"), ("dueOn", "2026-03-20"));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("log1").SubmitAsync(draft.Id));
        await portal.As("colA1").SubmitAsync(draft.Id);
        Assert.Equal(new DateTime(2026, 3, 21), await portal.DueAsync(draft.Id, "answer"));
        Assert.Equal(2, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_notice where title = '请会签'"));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("colB1").CommentAsync(draft.Id, "?"));

        (string, string)[] logistics = [("opinions[0].unit", "后勤处"), ("opinions[0].on", "2026-03-02"), ("opinions[0].result", "agree")];
        await portal.As("log1").SaveAsync(draft.Id, logistics);
        Assert.Contains("还没有会签：保卫处", await RefusedAsync(() => portal.As("colA1").MoveAsync(draft.Id, "close", ("outcome", "采纳"))), StringComparison.Ordinal);
        (string, string)[] security = [("opinions[1].unit", "保卫处"), ("opinions[1].on", "2026-03-02"), ("opinions[1].result", "suggest"), ("opinions[1].text", "增加门禁")];
        foreach (var (account, rows) in new[] { ("sec1", [.. Changed(logistics), .. security]), ("sec1", security), ("colA1", [.. logistics, .. security]) })
            Assert.Contains("只能填写本单位的内容", await RefusedAsync(() => portal.As(account).SaveAsync(draft.Id, rows)), StringComparison.Ordinal);
        await portal.As("sec1").SaveAsync(draft.Id, [.. logistics, .. security]);
        Assert.Contains("由发起会签的单位办结", await RefusedAsync(() => portal.As("sec1").MoveAsync(draft.Id, "close", ("outcome", "采纳"))), StringComparison.Ordinal);
        await portal.As("colA1").MoveAsync(draft.Id, "close", ("outcome", "已增加门禁"));
        Assert.Equal(("closed", null), (await portal.StateAsync(draft.Id), await portal.DueAsync(draft.Id, "answer")));
    }

    [Fact]
    public async Task Whoever_asks_does_not_ask_himself()
    {
        var refused = await RefusedAsync(() => portal.As("colA1").SubmitNewAsync(
            Consultation, ("title", "自问"), ("unitHead", "colAh"), ("content", "请会签。"), ("units", "工程学院"), ("dueOn", "2026-03-20")));
        Assert.Contains("会签单位不能是本单位", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_reports_on_a_task_for_itself_and_the_home_office_for_all()
    {
        var task = (await portal.As("ieo1").SubmitNewAsync(
            "exchange.superior-task",
            ("title", "接待代表团"), ("unitHead", "ieoh"), ("source", "自治区教育厅"), ("content", "接待来访"), ("assignedUnits", "工程学院、外国语学院"), ("dueOn", "2026-04-01"))).Id;
        (string, string)[] first = [("reports[0].unit", "工程学院"), ("reports[0].on", "2026-03-02"), ("reports[0].text", "已安排参观")];
        (string, string)[] second = [("reports[1].unit", "外国语学院"), ("reports[1].on", "2026-03-02"), ("reports[1].text", "已安排翻译")];
        await portal.As("colA1").SaveAsync(task, first);
        Assert.Contains("只能填写本单位的内容", await RefusedAsync(() => portal.As("colB1").SaveAsync(task, [.. Changed(first), .. second])), StringComparison.Ordinal);
        Assert.Contains("还没有报告：外国语学院", await RefusedAsync(() => portal.As("ieo1").MoveAsync(task, "close", ("result", "已完成"))), StringComparison.Ordinal);
        await portal.As("colB1").SaveAsync(task, [.. first, .. second]);
        Assert.Contains("不在所列单位之内", await RefusedAsync(() => portal.As("ieo1").SaveAsync(
            task, [.. first, .. second, ("reports[2].unit", "后勤处"), ("reports[2].on", "2026-03-02"), ("reports[2].text", "备餐")])), StringComparison.Ordinal);
        await portal.As("ieo1").SaveAsync(task, [.. Changed(first), .. second]);
        await portal.As("ieo1").MoveAsync(task, "close", ("result", "已完成"));
        Assert.Equal("closed", await portal.StateAsync(task));
    }

    // The same row with another text or conclusion.
    private static (string, string)[] Changed((string Field, string Value)[] rows) =>
        [.. rows.Select(row => row.Field.EndsWith(".text", StringComparison.Ordinal) ? (row.Field, "改") : row.Field.EndsWith(".result", StringComparison.Ordinal) ? (row.Field, "object") : row)];

    private static async Task<string> RefusedAsync(Func<Task> body) => (await Assert.ThrowsAsync<RefusedException>(body)).Message;
}
