using Portal.RegistryTransfer.Tests.Flow;
using Portal.RegistryTransfer.Tests.Imports;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Oversight;

public sealed class SqliteOversightTests(FlowFixture<Sqlite> portal) : OversightTests<Sqlite>(portal);

public sealed class MariaDbOversightTests(FlowFixture<MariaDb> portal) : OversightTests<MariaDb>(portal);

/// <summary>跨省业务统计, 超期清单 and 催办 over one small set: two applications at SA, one at its bureau, one at SB, one completed, one revoked.</summary>
public abstract class OversightTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Page = "/registrytransfer/oversight";
    private const string Later = $"{Page}?from=2026-03-10&to=2026-03-10";

    [Fact]
    public async Task Numbers_reach_list_notice_and_export_agree()
    {
        var waiting = await portal.StartAsync();
        await portal.Database.ExecuteAsync("update registrytransfer_application set student_name = '=HYPERLINK()' where id = @waiting", new { waiting });
        await portal.StartAsync();
        await portal.StartAsync(passed: 1);
        var sent = await portal.StartAsync(passed: 2);
        var done = await portal.StartAsync(passed: 4);
        await portal.WaitForAsync(done, Model.ApplicationStatus.Completed, TimeSpan.FromSeconds(10));
        var revoked = await portal.StartAsync();
        (await (await portal.AsAsync("sa-lead")).RevokeAsync(revoked)).Expect(200);

        // One first step took two working days, over a weekend.
        await portal.Database.ExecuteAsync(
            "update toolkit_review_step set entered_at = @entered, acted_at = @acted where step_key = 'in-school' and review_id = (select review_id from registrytransfer_application where id = @done)",
            new { done, entered = new DateTime(2026, 3, 6, 2, 0, 0), acted = new DateTime(2026, 3, 10, 2, 0, 0) });
        await portal.Database.ExecuteAsync("update registrytransfer_application set due_at = @due where due_at is not null", new { due = new DateTime(2026, 3, 6, 16, 0, 0) });
        await CheckNumbersAsync();
        await CheckListAsync(waiting, sent);
        await CheckExportAsync();
        await portal.Database.ExecuteAsync("update registrytransfer_application set due_at = @due where id = @waiting", new { waiting, due = new DateTime(2026, 2, 2, 16, 0, 0) });
        var escalated = await (await portal.AsAsync("u11")).OpenAsync($"{Page}/overdue?escalated=true");
        Assert.Contains("上级督办", Assert.Single(escalated.Rows("#overdue"))[4], StringComparison.Ordinal);
        await CheckUrgeAsync(waiting);
    }

    [Fact]
    public async Task Schools_and_strangers_are_refused_and_a_wrong_range_is_named()
    {
        foreach (var account in new[] { "sa", "sa-lead", "sb-lead" })
        {
            foreach (var url in new[] { Page, $"{Page}/overdue", $"{Page}/urge?id=1" })
                (await (await portal.AsAsync(account)).GetAsync(url)).Expect(403);
        }

        var u11 = await portal.AsAsync("u11");
        Assert.Contains("最多相隔一年", (await u11.GetAsync($"{Page}?from=2024-01-01&to=2026-01-01")).Expect(422).TextOf("#problem"), StringComparison.Ordinal);
        Assert.Contains("起始日期晚于", (await u11.GetAsync($"{Page}?from=2026-03-02&to=2026-03-01")).Expect(422).TextOf("#problem"), StringComparison.Ordinal);
        foreach (var range in new[] { "from=9999-12-31", "to=0001-01-01", "from=9999-12-30&to=9999-12-31" })
            Assert.Contains("2000 年到 2100 年", (await u11.GetAsync($"{Page}?{range}")).Expect(422).TextOf("#problem"), StringComparison.Ordinal);
        (await u11.GetAsync($"{Page}/overdue?from=0001-01-01&to=9999-12-31")).Expect(200);
        (await u11.GetAsync($"{Page}/urge?id=1")).Expect(404);
    }

    private async Task CheckNumbersAsync()
    {
        // Receiving: 6 started, 5 to review, 2 of them reviewed, 3 overdue; sending: 2 came to it, 1 reviewed, 1 overdue; one moved of one.
        var district = await (await portal.AsAsync("u119901")).OpenAsync(Later);
        Assert.Equal([["北京市示例区小学", "6", "40.0%", "3", "0", "—", "0", "100.0%"]], district.Rows("#by-place"));
        var city = await (await portal.AsAsync("u4499")).OpenAsync(Later);
        Assert.Equal([["示例市实验学校", "0", "—", "0", "6", "50.0%", "1", "100.0%"]], city.Rows("#by-place"));
        Assert.Equal(["转入学校核办", "3", "0.7", "0", "2"], city.Rows("#by-step")[0]);
        Assert.Contains("转入学校核办最慢", city.Text, StringComparison.Ordinal);

        // The provinces above see their side each; another district and another province see nothing.
        Assert.Equal("6", (await (await portal.AsAsync("u11")).OpenAsync(Later)).Rows("#by-place")[0][1]);
        Assert.Equal("6", (await (await portal.AsAsync("u44")).OpenAsync(Later)).Rows("#by-place")[0][4]);
        foreach (var account in new[] { "u449901", "u51" })
            Assert.Null((await (await portal.AsAsync(account)).OpenAsync(Later)).TryFind("#by-place"));
        var nation = await (await portal.AsAsync("moe")).OpenAsync(Later);
        Assert.Equal([["北京市", "6", "40.0%", "3", "0", "—", "0", "100.0%"], ["广东省", "0", "—", "0", "6", "50.0%", "1", "100.0%"]], nation.Rows("#by-place"));
        Assert.Null((await (await portal.AsAsync("moe")).OpenAsync($"{Page}?from=2026-03-11&to=2026-03-12")).TryFind("#by-place"));

        // Each number leads to exactly its applications.
        var links = city.FindAll("#by-place tbody td a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(6, (await (await portal.AsAsync("u4499")).OpenAsync(links[2])).Rows("#applications").Count);
        Assert.Single((await (await portal.AsAsync("u4499")).OpenAsync(links[3])).Rows("#overdue"));
    }

    private async Task CheckListAsync(long waiting, long sent)
    {
        foreach (var (account, waits, rows) in new[] { ("u119901", "", 4), ("u11", "own", 3), ("u11", "other", 1), ("u4499", "own", 1), ("u44", "", 4), ("u449901", "", 0), ("u51", "", 0) })
        {
            var page = await (await portal.AsAsync(account)).OpenAsync($"{Page}/overdue?waiting={waits}");
            Assert.Equal(rows, page.TryFind("#overdue") is null ? 0 : page.Rows("#overdue").Count);
        }

        var list = await (await portal.AsAsync("u44")).OpenAsync($"{Page}/overdue?waiting=own");
        Assert.NotNull(list.TryFind($"#overdue a[href$='/{sent}']"));
        Assert.Equal("2", list.Rows("#overdue")[0][3]);
        Assert.Contains("＊", (await (await portal.AsAsync("moe")).OpenAsync($"{Page}/overdue")).TextOf("#overdue tbody th"), StringComparison.Ordinal);
        (await (await portal.AsAsync("u51")).GetAsync($"{Page}/urge?id={waiting}")).Expect(404);
    }

    private async Task CheckUrgeAsync(long waiting)
    {
        var u44 = await portal.AsAsync("u44");
        var boxes = (await u44.OpenAsync($"{Page}/overdue")).FindAll("#overdue tbody input:not([disabled])");
        Assert.Equal(4, boxes.Count);
        var confirm = await u44.OpenAsync($"{Page}/urge?{string.Join('&', boxes.Select(box => $"id={box.GetAttribute("value")}"))}");
        Assert.Contains("将催办 4 笔业务，通知 3 个单位", confirm.TextOf("#confirm"), StringComparison.Ordinal);
        Assert.Contains("已催办 4 笔", (await u44.SubmitAsync("#urge-form", new { note = "请尽快" })).Text, StringComparison.Ordinal);
        Assert.Equal(4, await portal.CountAsync("portal_audit where action = '催办'"));

        // Nobody urges the same step again that day, also from the page of the application; the next day it goes.
        var u11 = await portal.AsAsync("u11");
        await u11.OpenAsync($"{Page}/urge?id={waiting}");
        Assert.Contains("今天已经催办过", (await u11.SubmitAsync("#urge-form")).Text, StringComparison.Ordinal);
        await u11.OpenAsync($"/registrytransfer/query/transfer/{waiting}");
        Assert.Contains("今天已经催办过", (await u11.SubmitAsync("#urge")).Expect(422).Text, StringComparison.Ordinal);
        Assert.Equal(4, await portal.CountAsync("portal_audit where action = '催办'"));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        using var nextDay = await portal.SignInAsync("u11");
        await nextDay.OpenAsync($"{Page}/urge?id={waiting}");
        Assert.Contains("已催办 1 笔", (await nextDay.SubmitAsync("#urge-form")).Text, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromDays(-1));
    }

    private async Task CheckExportAsync()
    {
        var u11 = await portal.AsAsync("u11");
        await u11.OpenAsync(Later);
        Assert.Contains("40.0%", SheetText.Read((await u11.SubmitAsync("#export")).Expect(200).Content), StringComparison.Ordinal);
        await u11.OpenAsync($"{Page}/overdue");
        var cells = SheetText.Read((await u11.SubmitAsync("#export")).Expect(200).Content);
        Assert.Contains("=HYPERLINK()", cells, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", cells, StringComparison.Ordinal);
        Assert.Equal(1, await portal.CountAsync("portal_audit where action = '导出超期清单'"));
    }
}
