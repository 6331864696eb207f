using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Tests.Support;

public sealed class SqliteOfficeWorkTests(CaseFixture<Sqlite> portal) : OfficeWorkTests<Sqlite>(portal);

public sealed class MariaDbOfficeWorkTests(CaseFixture<MariaDb> portal) : OfficeWorkTests<MariaDb>(portal);

public abstract class OfficeWorkTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "exchange:regulation")]
    public async Task A_new_version_in_force_ends_the_one_before_and_every_unit_reads_it()
    {
        var first = await ApprovedRegulationAsync("一", "2026-03-01");
        await portal.As("ieo1").MoveAsync(first, "activate");
        var second = await ApprovedRegulationAsync("二", "2026-03-03");
        var early = await Assert.ThrowsAsync<RefusedException>(() => portal.As("ieo1").MoveAsync(second, "activate"));
        Assert.StartsWith("施行日期是 2026-03-03", early.Message, StringComparison.Ordinal);
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 3));
        await portal.As("ieo1").MoveAsync(second, "activate");
        Assert.Equal(("closed", "active"), (await portal.StateAsync(first), await portal.StateAsync(second)));
        using var college = await portal.SignInAsync("colB1");
        Assert.Contains("来华留学生管理办法（二）", (await college.OpenAsync($"/workbench/records/exchange.regulation/{second}")).Text, StringComparison.Ordinal);
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
    }

    [Fact]
    [Trait("Case", "exchange:meeting")]
    public async Task A_meeting_is_confirmed_by_three_offices_and_closed_when_all_is_done()
    {
        var meeting = (await portal.As("ieo1").SubmitNewAsync(
            "exchange.coordination-meeting",
            ("title", "留学生工作协商会议"),
            ("unitHead", "ieoh"),
            ("heldOn", "2026-03-02"),
            ("attendees", "sie1、aao1、stu1"),
            ("topics", "宿舍与签证"),
            ("minutes", "明确分工"))).Id;
        foreach (var account in new[] { "sie1", "aao1", "stu1" })
            await portal.As(account).DecideAsync(meeting);
        (string, string)[] action = [("actions[0].text", "整修 3 号楼"), ("actions[0].unit", "后勤处"), ("actions[0].dueOn", "2026-03-10")];
        await portal.As("ieo1").SaveAsync(meeting, action);
        Assert.Equal(new DateTime(2026, 3, 11), await portal.DueAsync(meeting, "actions"));
        await Assert.ThrowsAsync<RefusedException>(() => portal.As("ieo1").MoveAsync(meeting, "close"));
        await portal.As("ieo1").SaveAsync(meeting, [.. action, ("actions[0].done", "true")]);
        await portal.As("ieo1").MoveAsync(meeting, "close");
        Assert.Equal("closed", await portal.StateAsync(meeting));
    }

    [Fact]
    [Trait("Case", "exchange:confidentiality")]
    public async Task Sensitive_material_passes_no_review()
    {
        var review = (await portal.As("colA1").SubmitNewAsync(
            "exchange.confidentiality-review",
            ("title", "赴德讲学材料"),
            ("unitHead", "colAh"),
            ("target", "material"),
            ("materials[0].name", "课程讲义"),
            ("materials[0].carrier", "file"),
            ("materials[0].secrecy", "sensitive"),
            ("pledge", "true"))).Id;
        await portal.As("colAh").DecideAsync(review);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => portal.As("ieo1").DecideAsync(review));
        Assert.Contains("标为敏感的材料不得用于涉外活动", refused.Message, StringComparison.Ordinal);
        Assert.Equal("in-review", await portal.StateAsync(review));
    }

    [Fact]
    [Trait("Case", "exchange:violation")]
    public async Task A_violation_is_advised_on_decided_by_the_school_and_seen_by_nobody_else()
    {
        var violation = (await portal.As("ieo1").SubmitNewAsync(
            "exchange.violation", ("title", "擅自签约"), ("unitHead", "ieoh"), ("subject", "person"), ("people", "colB1"), ("severity", "liability"), ("facts", "未经审批与外方签约"))).Id;
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("colB1").CommentAsync(violation, "申辩"));
        foreach (var account in new[] { "org1", "hr1", "sch1" })
            await portal.As(account).DecideAsync(violation);
        await portal.As("ieo1").MoveAsync(violation, "close", ("decisionNo", "校字〔2026〕3号"));
        Assert.Equal("closed", await portal.StateAsync(violation));
    }

    [Fact]
    [Trait("Case", "exchange:filing")]
    public async Task What_the_security_office_files_outside_is_its_own_matter()
    {
        var filing = (await portal.As("sec1").SubmitNewAsync("exchange.external-filing", ("agency", "police"), ("subject", "外宾来访报备"), ("filedOn", "2026-03-02"))).Id;
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").CreateAsync("exchange.external-filing", ("agency", "police"), ("subject", "x"), ("filedOn", "2026-03-02")));
        await portal.As("sec1").MoveAsync(filing, "close", ("receiptNo", "派 0302"));
        Assert.Equal("closed", await portal.StateAsync(filing));
    }

    private async Task<long> ApprovedRegulationAsync(string version, string from)
    {
        var id = (await portal.As("ieo1").CreateAsync("exchange.regulation", ("name", "来华留学生管理办法"), ("versionNo", version), ("validFrom", from))).Id;
        await portal.AttachAsync(id, "file", "正文.pdf");
        await portal.As("ieo1").SubmitAsync(id);
        foreach (var account in new[] { "sie1", "aao1", "stu1", "sch1" })
            await portal.As(account).DecideAsync(id);
        return id;
    }
}
