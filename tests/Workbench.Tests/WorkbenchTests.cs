using System.Net;
using Portal.Testing;

namespace Workbench.Tests;

public abstract class WorkbenchTests<TDialect>(WorkbenchFixture<TDialect> portal) : IClassFixture<WorkbenchFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly DateTime _overdue = new(2026, 3, 6, 16, 0, 0);
    private static readonly DateTime _soon = new(2026, 3, 12, 16, 0, 0);

    [Fact]
    public async Task To_dos_of_the_unit_stand_overdue_first_and_lead_to_their_page()
    {
        await portal.AddTodoAsync("后到期的申请", _soon);
        var late = await portal.AddTodoAsync("已超期的申请", _overdue);
        using var client = await portal.SignInAsync(WorkbenchFixture<TDialect>.Reviewer);
        var page = await client.OpenAsync("/workbench/todos");
        var rows = page.FindAll("#todos tbody tr").Select(row => row.TextContent).ToArray();
        Assert.Contains("已超期的申请", rows[0], StringComparison.Ordinal);
        Assert.Contains("超期 2 个工作日", rows[0], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Contains("后到期的申请", StringComparison.Ordinal) && row.Contains("还剩 2 个工作日", StringComparison.Ordinal));
        Assert.EndsWith($"/{late}", page.Find("#todos tbody tr a").GetAttribute("href")!, StringComparison.Ordinal);
        var overdue = await client.OpenAsync("/workbench/todos?show=overdue");
        Assert.DoesNotContain("后到期的申请", overdue.Text, StringComparison.Ordinal);
        Assert.Contains("我的待办", (await client.OpenAsync("/")).Find(".counters").TextContent, StringComparison.Ordinal);

        using var other = await portal.SignInAsync("sb-lead");
        Assert.DoesNotContain("已超期的申请", (await other.OpenAsync("/workbench/todos")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_to_dos_come_in_pages()
    {
        for (var number = 1; number <= 60; number++)
            await portal.AddTodoAsync($"翻页{number:00}", new DateTime(2026, 4, 1, 16, 0, 0));
        using var client = await portal.SignInAsync(WorkbenchFixture<TDialect>.Reviewer);
        var seen = (await client.OpenAsync("/workbench/todos")).FindAll("#todos tbody th").Select(cell => cell.TextContent.Trim()).ToList();
        await client.FollowAsync("a[rel=next]");
        seen.AddRange(client.Page.FindAll("#todos tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(Enumerable.Range(1, 60).Select(number => $"翻页{number:00}"), seen.Where(title => title.StartsWith("翻页", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_message_is_read_by_opening_it_and_only_by_those_it_is_for()
    {
        await portal.SendAsync("请处理超期申请");
        await portal.SendAsync("只给管理员", "organisation.roles.manage");
        using var client = await portal.SignInAsync(WorkbenchFixture<TDialect>.Reviewer);
        var page = await client.OpenAsync("/workbench/notices?unread=true");
        Assert.Contains("请处理超期申请", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("只给管理员", page.Text, StringComparison.Ordinal);
        var hidden = await portal.Database.ScalarAsync<long>("select max(id) from toolkit_notice where title = '只给管理员'");
        var id = page.Find("#notices form input[name=id]").GetAttribute("value");
        await client.SubmitAsync("#notices form", new { id });
        Assert.Equal("/organisation/account/password", client.Page.Url.AbsolutePath);
        Assert.DoesNotContain("请处理超期申请", (await client.OpenAsync("/workbench/notices?unread=true")).Text, StringComparison.Ordinal);

        await portal.SendAsync("第二条", link: "");
        await client.OpenAsync("/workbench/notices");
        Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync("#notices form", new { id = $"{hidden}" })).Status);
        await client.OpenAsync("/workbench/notices");
        (await client.SubmitAsync("#read-all")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("未读", client.Page.Find("#notices").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_keeps_the_calendar_and_every_change_is_audited()
    {
        using var client = await portal.SignInAsync("admin");
        await client.OpenAsync("/workbench/calendar?year=2027");
        Assert.Equal(422, (int)(await client.SubmitAsync("#save", new { From = "2027-10-05", To = "2027-10-01", Name = "国庆节" })).Status);
        Assert.Contains("最后一天不能早于第一天", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await client.SubmitAsync("#save", new { From = "2027-10-01", To = "2027-12-01", Name = "国庆节" })).Status);
        Assert.Equal(422, (int)(await client.SubmitAsync("#save", new { From = "9999-12-31", To = "", Name = "国庆节" })).Status);
        (await client.SubmitAsync("#save", new { From = "2027-10-01", To = "2027-10-07", Name = "国庆节" })).Expect(HttpStatusCode.OK);
        Assert.Equal(7, client.Page.FindAll("#days tbody tr").Count);
        (await client.SubmitAsync("#save", new { From = "2027-10-07", IsWorkingDay = "true", Name = "调休" })).Expect(HttpStatusCode.OK);
        Assert.Contains("上班", client.Page.FindAll("#days tbody tr")[^1].TextContent, StringComparison.Ordinal);
        (await client.SubmitAsync("#days tbody tr:first-child form")).Expect(HttpStatusCode.OK);
        Assert.Equal(6, client.Page.FindAll("#days tbody tr").Count);
        Assert.Equal(
            ["设置工作日历", "设置工作日历", "删除工作日历"],
            await portal.Database.QueryAsync<string>("select action from portal_audit where module = 'Workbench' order by id"));
        using var reviewer = await portal.SignInAsync(WorkbenchFixture<TDialect>.Reviewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync("/workbench/calendar")).Status);
    }

    [Fact]
    public async Task A_change_on_a_calendar_that_somebody_else_changed_is_refused_and_keeps_what_was_typed()
    {
        using var first = await portal.SignInAsync("admin");
        using var second = await portal.SignInAsync("admin");
        await first.OpenAsync("/workbench/calendar?year=2028");
        await second.OpenAsync("/workbench/calendar?year=2028");
        (await first.SubmitAsync("#save", new { From = "2028-05-01", Name = "劳动节" })).Expect(HttpStatusCode.OK);
        var stale = (await second.SubmitAsync("#save", new { From = "2028-05-01", IsWorkingDay = "true", Name = "调休" })).Expect(HttpStatusCode.Conflict);
        Assert.Contains("已被其他人修改", stale.Text, StringComparison.Ordinal);
        Assert.Contains("劳动节", stale.TextOf("#days"), StringComparison.Ordinal);
        Assert.Equal("2028-05-01", stale.Find("#save input[name=From]").GetAttribute("value"));
        Assert.Equal("调休", stale.Find("#save input[name=Name]").GetAttribute("value"));
        Assert.Equal("劳动节", await portal.Database.ScalarAsync<string>("select name from toolkit_calendar_day where day = '2028-05-01'"));

        (await first.SubmitAsync("#save", new { From = "2028-10-02", Name = "国庆节" })).Expect(HttpStatusCode.OK);
        (await second.SubmitAsync("#days tbody tr:first-child form")).Expect(HttpStatusCode.Conflict);
        (await second.SubmitAsync("#days tbody tr:first-child form")).Expect(HttpStatusCode.OK);
        Assert.Single(second.Page.FindAll("#days tbody tr"));
    }

    [Fact]
    public async Task The_bell_counts_what_waits_for_the_post_and_stands_only_where_there_may_be_something()
    {
        using var client = await portal.SignInAsync("sc-lead");
        var bell = (await client.OpenAsync("/")).Find("#bell");
        Assert.Equal("/workbench/todos", bell.GetAttribute("href"));
        Assert.Contains("我的待办，0 项", bell.TextContent, StringComparison.Ordinal);
        using var reviewer = await portal.SignInAsync(WorkbenchFixture<TDialect>.Reviewer);
        await portal.AddTodoAsync("铃声", _soon);
        var waiting = (await reviewer.OpenAsync("/workbench/todos")).TextOf(".counter-value");
        Assert.Contains($"我的待办，{waiting.Replace("项", "", StringComparison.Ordinal).Trim()} 项", reviewer.Page.TextOf("#bell"), StringComparison.Ordinal);
        using var admin = await portal.SignInAsync("admin");
        Assert.Null((await admin.OpenAsync("/")).TryFind("#bell"));
    }
}

public sealed class SqliteWorkbenchTests(WorkbenchFixture<Sqlite> portal) : WorkbenchTests<Sqlite>(portal);

public sealed class MariaDbWorkbenchTests(WorkbenchFixture<MariaDb> portal) : WorkbenchTests<MariaDb>(portal);
