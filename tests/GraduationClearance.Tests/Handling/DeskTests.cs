using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Handling;

/// <summary>现场办理, one student at a time (domain §4f, Handling).</summary>
public abstract class DeskTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string TrainingUnit = "培养单位学工审核";
    private const string RegistrationForm = "提交毕业生登记表";

    [Fact]
    [Trait("Case", "clearance:A4")]
    public async Task Failing_without_a_remark_is_accepted_unless_the_step_demands_one()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.DecideAsync("2020010120", TrainingUnit, "fail");
        Assert.Equal(2, (await portal.RecordAsync("2020010120", "E4")).Status);

        await portal.Database.ExecuteAsync("update graduationclearance_step set remark_required_on_fail = 1 where id = @id", new { id = await portal.StepIdAsync("E5") });
        var page = await op1.DecideAsync("2020010120", RegistrationForm, "fail");
        Assert.Contains("请填写不通过原因", page.Text);
        Assert.Equal(0, (await portal.RecordAsync("2020010120", "E5")).Status);
    }

    [Fact]
    [Trait("Case", "clearance:A5")]
    public async Task Confirming_without_a_tick_asks_for_the_result_and_keeps_the_remark()
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await op1.DecideAsync("2020010121", TrainingUnit, null, "材料待补");
        Assert.Contains("请选择办理结果", page.Text);
        Assert.NotNull(page.TryFind("input[name=Remark][value='材料待补']"));
        Assert.Equal(0, await portal.CountLogsAsync("2020010121", "E4"));
    }

    [Fact]
    public async Task A_decision_waits_for_who_closes_the_scheme_and_is_refused_then()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.SearchAsync("2020010125");
        await using var connection = await portal.Database.Source.OpenConnectionAsync();
        await using (var closing = await connection.BeginTransactionAsync())
        {
            await SetStatusAsync(closing, 2);
            var decision = op1.DecideAsync("2020010125", TrainingUnit, "pass");
            await Task.Delay(500);
            Assert.False(decision.IsCompleted);
            await closing.CommitAsync();
            Assert.Contains("当前不在办理期内", (await decision).Text);
        }

        await using var opening = await connection.BeginTransactionAsync();
        await SetStatusAsync(opening, 1);
        await opening.CommitAsync();
        Assert.Equal(0, (await portal.RecordAsync("2020010125", "E4")).Status);

        async Task SetStatusAsync(System.Data.Common.DbTransaction transaction, int status)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"update graduationclearance_scheme set status = {status} where id = {portal.SchemeId}";
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    [Trait("Case", "clearance:A6")]
    public async Task A_name_lists_its_hits_and_a_foreign_student_is_not_found()
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await op1.SearchAsync("周思");
        Assert.Equal(["2020010106", "2020010112"], page.TextsOf(".list-group-item strong"));
        Assert.Null(page.TryFind("form[action*='handler=Decide']"));
        Assert.Contains("未找到", (await op1.SearchAsync("2020020201")).Text);
        var foreign = await portal.StudentIdAsync("2020020201");
        (await op1.GetAsync($"{Desk.Url}?student={foreign}")).Expect(404);
    }

    [Fact]
    [Trait("Case", "clearance:A9")]
    public async Task A_step_waits_for_its_prerequisite()
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await op1.DecideAsync("2020010104", RegistrationForm, "pass");
        Assert.Contains("前置环节【培养单位学工审核】未通过", page.Text);
        Assert.Equal(0, (await portal.RecordAsync("2020010104", "E5")).Status);

        await op1.DecideAsync("2020010104", TrainingUnit, "pass");
        await op1.DecideAsync("2020010104", RegistrationForm, "pass");
        Assert.Equal(1, (await portal.RecordAsync("2020010104", "E5")).Status);
    }

    [Fact]
    [Trait("Case", "clearance:A11")]
    public async Task Revoking_needs_a_reason_and_the_right()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.DecideAsync("2020010122", TrainingUnit, "pass");
        await op1.DecideAsync("2020010122", RegistrationForm, "pass");

        // E5 was granted without the right to revoke: the page offers no form, and a hand-made request is refused.
        var page = await op1.SearchAsync("2020010122");
        var form = page.Find("form[action*='handler=Revoke']");
        var body = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["StepId"] = $"{await portal.StepIdAsync("E5")}",
            ["Version"] = "2",
            ["reason"] = "误操作",
        };
        (await op1.PostAsync(form.GetAttribute("action")!, body)).Expect(403);
        Assert.Equal(1, (await portal.RecordAsync("2020010122", "E5")).Status);

        // E4 may be revoked, but not while E5 rests on it, and never without a reason.
        Assert.Contains("请先撤销", (await op1.RevokeAsync("2020010122", TrainingUnit, "误操作")).Text);
        await op1.DecideAsync("2020010123", TrainingUnit, "pass");
        Assert.Contains("请填写撤销原因", (await op1.RevokeAsync("2020010123", TrainingUnit, " ")).Text);
        Assert.Equal(1, (await portal.RecordAsync("2020010123", "E4")).Status);
        await op1.RevokeAsync("2020010123", TrainingUnit, "误操作");
        Assert.Equal(0, (await portal.RecordAsync("2020010123", "E4")).Status);
        Assert.Equal(2, await portal.CountLogsAsync("2020010123", "E4"));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    [Fact]
    public async Task The_first_of_two_decisions_stands_and_the_second_learns_who_was_faster()
    {
        using var first = await portal.SignInAsync("op1");
        using var second = await portal.SignInAsync("op1");
        await first.SearchAsync("2020010124");
        await second.SearchAsync("2020010124");
        const string Form = "form[action*='handler=Decide']";
        await first.SubmitAsync(Form, new { Result = "fail", Remark = "先到" });
        var page = await second.SubmitAsync(Form, new { Result = "pass", Remark = "后到" });
        Assert.Matches("该生已由 刘敏 于 [0-9]{2}:[0-9]{2} 办理为未通过", page.Text);
        Assert.NotNull(page.TryFind("input[name=Remark][value='后到']"));
        Assert.Equal("先到", (await portal.RecordAsync("2020010124", "E4")).Remark);
    }

    [Fact]
    public async Task A_hand_made_request_for_a_foreign_student_changes_nothing_and_is_recorded()
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await op1.SearchAsync("2020010125");
        var token = page.Find("form[action*='handler=Decide'] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var foreign = await portal.StudentIdAsync("2020020201");
        var body = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["StepId"] = $"{await portal.StepIdAsync("E4")}",
            ["Version"] = "1",
            ["Result"] = "pass",
        };
        (await op1.PostAsync($"{Desk.Url}?handler=Decide&scheme={portal.SchemeId}&student={foreign}", body)).Expect(404);
        Assert.Equal(0, (await portal.RecordAsync("2020020201", "E4")).Status);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where action = '越权办理被拒绝'"));
    }

    [Fact]
    [Trait("Case", "clearance:I9")]
    public async Task A_card_that_is_read_opens_its_student_and_its_number_stands_in_no_address()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync(Desk.Url);
        var page = await op1.SubmitAsync("main form[role=search]", new { q = "110101199601010001" });
        Assert.Contains("2020010101", page.TextOf("main"));
        Assert.Contains($"student={await portal.StudentIdAsync("2020010101")}", page.Url.Query);
        Assert.DoesNotContain("11010119960101", page.Url.Query);

        page = await op1.SubmitAsync("main form[role=search]", new { q = "11010119960101999x" });
        Assert.Contains("没有这个身份证号的学生", page.Text);
        Assert.DoesNotContain("11010119960101999", page.Html, StringComparison.OrdinalIgnoreCase);
        page = await op1.SubmitAsync("main form[role=search]", new { q = "周思" });
        Assert.Contains("找到 2 人", page.Text);
        Assert.Contains("q=", page.Url.Query);
    }

    [Theory]
    [InlineData("batch?no=110101199601010001&status=Pending", "/graduationclearance/batch?status=Pending")]
    [InlineData("desk?q=11010119960101000x", "/graduationclearance/desk")]
    [InlineData("students?name=１１０１０１199601010001", "/graduationclearance/students")]
    [Trait("Case", "clearance:I9")]
    public async Task A_whole_identity_number_in_an_address_is_taken_out_of_it(string address, string expected)
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await op1.OpenAsync($"/graduationclearance/{address}");
        Assert.Equal(expected, page.Url.PathAndQuery);
        Assert.Contains("身份证号不能作为查询条件", page.Text);
    }

    [Fact]
    public async Task A_closed_scheme_takes_no_decision()
    {
        using var op1 = await portal.SignInAsync("op1");
        var closed = await portal.Database.ScalarAsync<long>("select id from graduationclearance_scheme where name = @ClosedScheme", new { ClearanceFixture<TDialect>.ClosedScheme });
        var url = $"{Desk.Url}?scheme={closed}&q=2019010101";
        Assert.Null((await op1.OpenAsync(url)).TryFind("form[action*='handler=Decide']"));

        // A window that was open when the scheme was closed still holds the form.
        await portal.Database.ExecuteAsync("update graduationclearance_scheme set status = 1 where id = @closed", new { closed });
        await op1.OpenAsync(url);
        await portal.Database.ExecuteAsync("update graduationclearance_scheme set status = 2 where id = @closed", new { closed });
        var page = await op1.SubmitAsync("form[action*='handler=Decide']", new { Result = "pass", Remark = "材料已交" });
        Assert.Contains("不在办理期内", page.Text);
        Assert.Contains("您填写的备注：材料已交", page.Text);
        Assert.Equal(0, (await portal.RecordAsync("2019010101", "E4")).Status);
        Assert.Null((await op1.OpenAsync($"/graduationclearance/batch?scheme={closed}")).TryFind("button[name=intent], .table-frame input[type=checkbox]"));
    }
}

public sealed class DeskOnSqlite(ClearanceFixture<Sqlite> portal) : DeskTests<Sqlite>(portal);

public sealed class DeskOnMariaDb(ClearanceFixture<MariaDb> portal) : DeskTests<MariaDb>(portal);
