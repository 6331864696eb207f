using Portal.Testing;
using Portal.Toolkit;

namespace Portal.InternationalExchange.Tests.Planning;

public sealed class SqliteEventTests(CaseFixture<Sqlite> portal) : EventTests<Sqlite>(portal);

public sealed class MariaDbEventTests(CaseFixture<MariaDb> portal) : EventTests<MariaDb>(portal);

[Trait("Case", "exchange:40")]
public abstract class EventTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task An_event_with_a_foreign_organisation_is_approved_but_not_begun_without_the_police_filing()
    {
        var id = await DraftAsync("true", "2026-09-01");
        Assert.Empty(await portal.WarningsOfSubmitAsync("colA1", id));
        await portal.PassAsync(id, "colAh", "ieo1", "sch1");
        Assert.Equal("approved", await portal.StateAsync(id));
        Assert.Contains("公安备案", await RefusedAsync(() => portal.As("colA1").MoveAsync(id, "activate")), StringComparison.Ordinal);
        Assert.Equal("approved", await portal.StateAsync(id));
        await portal.As("colA1").MoveAsync(id, "activate", ("policeFilingNo", "BA-2026-7"));
        Assert.Equal("active", await portal.StateAsync(id));
    }

    [Fact]
    public async Task An_application_that_comes_late_is_warned_of_and_refused_when_the_rule_is_strict()
    {
        Assert.Contains("距活动开始少于120天（第六条九）", await portal.WarningsOfSubmitAsync("colA1", await DraftAsync("false", "2026-04-01")));
        var late = await DraftAsync("false", "2026-04-01");
        await portal.SetSettingAsync("event.strict", "true");
        Assert.Equal("距活动开始少于120天（第六条九）", await RefusedAsync(() => portal.As("colA1").SubmitAsync(late)));
        await portal.ClearSettingsAsync();
    }

    [Fact]
    public async Task What_the_superior_must_approve_waits_for_the_reply_and_the_report_is_due_after_the_event()
    {
        var id = await DraftAsync("false", "2026-09-01", ("needsSuperior", "true"));
        await portal.As("colA1").SubmitAsync(id);
        await portal.PassAsync(id, "colAh", "ieo1", "sch1");
        Assert.Equal("未取得上级批件，不得举办（第六条九）", await RefusedAsync(() => portal.As("colA1").MoveAsync(id, "activate")));
        await portal.As("ieo1").MoveAsync(id, "reply", ("superiorApprovalNo", "桂外〔2026〕9号"));
        await portal.As("colA1").MoveAsync(id, "activate");
        Assert.Equal(new DateTime(2026, 11, 1), await portal.DueAsync(id, "report"));
        await portal.As("colA1").MoveAsync(id, "hold");
        await portal.As("colA1").MoveAsync(id, "report", ("summary", "六国二十人参加。"), ("actualCost", "12000"));
        Assert.Equal(("reported", null), (await portal.StateAsync(id), await portal.DueAsync(id, "report")));
    }

    private async Task<long> DraftAsync(string ngo, string start, params (string, string)[] more)
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var draft = await portal.As("colA1").CreateAsync(
            "exchange.event",
            [
                ("title", "智能制造报告会"), ("unitHead", "colAh"), ("kind", "talk"), ("nameEn", "Talk on manufacturing"), ("hosts", "工程学院"), ("place", "报告厅"),
                ("startOn", start), ("endOn", start), ("funding", "学院经费"), ("ngo", ngo), ("pledge", "true"), .. more,
            ]);
        await portal.FilesAsync(draft.Id, "agenda");
        return draft.Id;
    }

    private static async Task<string> RefusedAsync(Func<Task> body) => (await Assert.ThrowsAsync<RefusedException>(body)).Message;
}
