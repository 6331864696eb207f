using System.Net;
using Portal.Testing;

namespace Workbench.Tests.Records;

public abstract class RecordPageTests<TDialect>(FairFixture<TDialect> portal) : IClassFixture<FairFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_record_goes_its_way_and_each_sees_whose_turn_it_is()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.SubmittedAsync(clerk, "一路通过", values => values["startOn"] = "2026-03-05");
        Assert.Contains("申请少于 10 天（惯例）", clerk.Page.TextOf(".alert-warning"), StringComparison.Ordinal);
        Assert.Contains("等待美术学院办理“单位负责人审核”", clerk.Page.Text, StringComparison.Ordinal);
        Assert.Null(clerk.Page.TryFind("#decide-form"));

        using var head = await portal.SignInAsync("head");
        await head.OpenAsync("/workbench/todos");
        await head.FollowAsync(await LinkOfAsync(head, "一路通过"));
        Assert.Equal(address, head.Page.Url.AbsolutePath);
        (await head.SubmitAsync("#decide-form", new { _decision = (string?)null })).Expect(422);
        Assert.Contains("请选择办理结果", head.Page.Text, StringComparison.Ordinal);
        (await head.SubmitAsync("#decide-form", new { _decision = "return" })).Expect(422);
        Assert.Contains("请填写审核意见（退回）", head.Page.Text, StringComparison.Ordinal);
        (await head.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "可以办" })).Expect(200);
        Assert.Contains("已办理，转到展会处", head.Page.TextOf("#messages"), StringComparison.Ordinal);

        using var office = await portal.SignInAsync("office");
        await office.OpenAsync(address);
        (await office.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "" })).Expect(200);
        Assert.Contains("已批准", office.Page.TextOf(".state"), StringComparison.Ordinal);
        Assert.Equal(["新建", "上传议程", "提交", "单位负责人审核：通过", "展会处审批：通过"], office.Page.TextsOf("#log th[scope=row]"));
        Assert.Contains("会后总结，2026-05-13", office.Page.Text, StringComparison.Ordinal);

        (await office.SubmitAsync("#move-activate")).Expect(200);
        (await office.SubmitAsync("#move-close", new { visitors = "很多" })).Expect(422);
        Assert.Contains("观众人数须为整数", office.Page.TextOf("#move-close"), StringComparison.Ordinal);
        Assert.Equal("很多", office.Page.Find("#visitors").GetAttribute("value"));
        (await office.SubmitAsync("#move-close", new { visitors = "300" })).Expect(200);
        Assert.Contains("已办结", office.Page.TextOf(".state"), StringComparison.Ordinal);
        (await office.SubmitAsync("#move-reopen", new { _reason = "" })).Expect(422);
        Assert.Contains("请填写重新打开的原因", office.Page.TextOf("#move-reopen"), StringComparison.Ordinal);
        (await office.SubmitAsync("#move-reopen", new { _reason = "漏了照片" })).Expect(200);
        (await office.SubmitAsync("#keep-form", new { outcome = "来了三百人" })).Expect(200);
        Assert.Contains("来了三百人", office.Page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.Contains("已完成会后总结", office.Page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_says_to_whom_and_a_refusal_ends_it()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.SubmittedAsync(clerk, "退来退去");
        await DecideAsync("head", address, new { _decision = "pass", _opinion = "同意" });
        var office = await DecideAsync("office", address, new { _decision = "return", _returnTo = "head", _opinion = "请再核" });
        Assert.Contains("等待美术学院办理", office, StringComparison.Ordinal);
        await DecideAsync("head", address, new { _decision = "return", _opinion = "改日期" });
        await clerk.OpenAsync(address);
        Assert.Contains("退回修改", clerk.Page.TextOf(".state"), StringComparison.Ordinal);
        await clerk.FollowAsync("修改");
        (await clerk.SubmitAsync("button[name=_submit]", new { endOn = "2026-05-05" })).Expect(200);
        Assert.Contains("审核中", clerk.Page.TextOf(".state"), StringComparison.Ordinal);
        await DecideAsync("head", address, new { _decision = "pass", _opinion = "好" });
        Assert.Contains("不予批准", await DecideAsync("office", address, new { _decision = "reject", _opinion = "没有预算" }), StringComparison.Ordinal);
        await clerk.OpenAsync(address);
        Assert.Contains("没有预算", clerk.Page.TextOf("#log"), StringComparison.Ordinal);
        Assert.Null(clerk.Page.TryFind("#submit-form"));
    }

    [Fact]
    public async Task Withdrawing_needs_a_reason_and_ends_with_the_first_decision()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.SubmittedAsync(clerk, "撤回的");
        (await clerk.SubmitAsync("#withdraw-form", new { _reason = "" })).Expect(422);
        Assert.Contains("请填写撤回的原因", clerk.Page.TextOf("#withdraw-form"), StringComparison.Ordinal);
        (await clerk.SubmitAsync("#withdraw-form", new { _reason = "改期" })).Expect(200);
        Assert.Contains("已撤回", clerk.Page.TextOf(".state"), StringComparison.Ordinal);
        var second = await portal.SubmittedAsync(clerk, "来不及撤回");
        await DecideAsync("head", second, new { _decision = "pass", _opinion = "同意" });
        (await clerk.SubmitAsync("#withdraw-form", new { _reason = "改期" })).Expect(HttpStatusCode.Conflict);
        Assert.NotEqual(address, second);
    }

    [Fact]
    public async Task Whose_turn_it_is_not_and_who_was_slower_changes_nothing()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.SubmittedAsync(clerk, "抢着办");
        var token = clerk.Page.Find("#withdraw-form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var version = clerk.Page.Find("#withdraw-form input[name=_version]").GetAttribute("value")!;
        var post = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["_version"] = version, ["_decision"] = "pass", ["_opinion"] = "自己批", ["_move"] = "archive" };
        (await clerk.PostAsync($"{address}?handler=Decide", post)).Expect(HttpStatusCode.Forbidden);
        Assert.Contains("抢着办", clerk.Page.Text, StringComparison.Ordinal);
        post["_version"] = clerk.Page.Find("#comment-form input[name=_version]").GetAttribute("value")!;
        (await clerk.PostAsync($"{address}?handler=Move", post)).Expect(HttpStatusCode.Forbidden);

        using var head = await portal.SignInAsync("head");
        await head.OpenAsync(address);
        using var again = await portal.SignInAsync("head");
        await again.OpenAsync(address);
        (await head.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "先" })).Expect(200);
        (await again.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "后" })).Expect(HttpStatusCode.Conflict);
        Assert.DoesNotContain("后", again.Page.TextOf("#log"), StringComparison.Ordinal);

        using var reader = await portal.SignInAsync("reader");
        (await reader.GetAsync(address)).Expect(HttpStatusCode.NotFound);
        (await clerk.PostAsync($"{address}?handler=Submit")).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_guard_refuses_with_its_article_and_a_comment_enters_the_history()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await portal.ApprovedAsync(clerk, "贸易展", values => values["kind"] = "trade");
        (await clerk.SubmitAsync("#move-activate")).Expect(422);
        Assert.Contains("没有成果说明，不得启动（第五条）", clerk.Page.TextOf("#problem"), StringComparison.Ordinal);
        Assert.Contains("已批准", clerk.Page.TextOf(".state"), StringComparison.Ordinal);
        (await clerk.SubmitAsync("#comment-form", new { _comment = " " })).Expect(422);
        (await clerk.SubmitAsync("#comment-form", new { _comment = "<script>alert(1)</script>" })).Expect(200);
        Assert.Contains("<script>alert(1)</script>", clerk.Page.TextOf("#log"), StringComparison.Ordinal);
        Assert.Null(clerk.Page.TryFind("#log script"));
    }

    [Fact]
    public async Task A_change_takes_the_same_way_while_the_approved_content_stays_in_force()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.ApprovedAsync(clerk, "要变更的");
        await clerk.FollowAsync("提出变更");
        (await clerk.SubmitAsync("#save", new { _reason = "" })).Expect(422);
        (await clerk.SubmitAsync("#save", new { _reason = "场馆冲突", endOn = "2026-04-30" })).Expect(422);
        Assert.Contains("结束日期不能早于开始日期", clerk.Page.TextOf("#endOn-hint"), StringComparison.Ordinal);
        (await clerk.SubmitAsync("#save", new { endOn = "2026-05-08" })).Expect(200);
        Assert.Equal([["结束日期", "2026-05-03", "2026-05-08"]], clerk.Page.Rows("#differences"));
        Assert.Contains("2026-05-03", clerk.Page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"{address}/change")).Status);

        // What is kept up meanwhile is no part of the change and stays.
        await clerk.OpenAsync(address);
        (await clerk.SubmitAsync("#keep-form", new { outcome = "已布展" })).Expect(200);
        Assert.Single(clerk.Page.Rows("#differences"));
        await DecideAsync("head", address, new { _decision = "return", _opinion = "再晚一天" });
        await clerk.OpenAsync(address);
        await clerk.FollowAsync("修改变更申请");
        Assert.Equal("2026-05-08", clerk.Page.Find("#endOn").GetAttribute("value"));
        (await clerk.SubmitAsync("#save", new { endOn = "2026-05-09" })).Expect(200);
        await DecideAsync("head", address, new { _decision = "pass", _opinion = "好" });
        await DecideAsync("office", address, new { _decision = "pass", _opinion = "好" });
        await clerk.OpenAsync(address);
        Assert.Contains("2026-05-09", clerk.Page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.Contains("已布展", clerk.Page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.Null(clerk.Page.TryFind("#differences"));
    }

    [Fact]
    public async Task A_change_that_came_back_may_be_given_up()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.ApprovedAsync(clerk, "放弃变更");
        await clerk.FollowAsync("提出变更");
        (await clerk.SubmitAsync("#save", new { _reason = "试试", endOn = "2026-05-08" })).Expect(200);
        await DecideAsync("head", address, new { _decision = "return", _opinion = "不必" });
        await clerk.OpenAsync(address);
        (await clerk.SubmitAsync("#withdraw-form", new { _reason = "不改了" })).Expect(200);
        Assert.Null(clerk.Page.TryFind("#differences"));
        Assert.Contains("提出变更", clerk.Page.TextOf(".page-actions"), StringComparison.Ordinal);
    }

    private async Task<string> DecideAsync(string account, string address, object values)
    {
        using var client = await portal.SignInAsync(account);
        await client.OpenAsync(address);
        return (await client.SubmitAsync("#decide-form", values)).Expect(200).Text;
    }

    private static Task<string> LinkOfAsync(PortalClient client, string title) =>
        Task.FromResult($"a[href='{client.Page.FindAll("#todos tbody tr").Single(row => row.TextContent.Contains(title, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")}']");
}

public sealed class SqliteRecordPageTests(FairFixture<Sqlite> portal) : RecordPageTests<Sqlite>(portal);

public sealed class MariaDbRecordPageTests(FairFixture<MariaDb> portal) : RecordPageTests<MariaDb>(portal);
