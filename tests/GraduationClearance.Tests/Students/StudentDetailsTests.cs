using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Students;

/// <summary>One student in 后台管理: every step, history, 撤销.</summary>
public abstract class StudentDetailsTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string TrainingUnit = "培养单位学工审核";

    [Fact]
    [Trait("Case", "clearance:A11")]
    public async Task A_decision_is_taken_back_with_its_reason_and_stays_in_the_history()
    {
        using var op1 = await portal.SignInAsync("op1");
        await Handling.Desk.DecideAsync(op1, "2020010130", TrainingUnit, "pass", "材料齐全");
        await OpenAsync(op1, "2020010130");
        Assert.Equal("已办理", StateOf(op1.Page, TrainingUnit));
        var page = await op1.SubmitAsync(await FormAsync("E4"), new { reason = "登记错人" });
        Assert.Contains("已撤销", page.Text);
        Assert.Equal("未办理", StateOf(page, TrainingUnit));
        Assert.Contains("原因：登记错人", page.Rows("#log")[0][5]);
        Assert.Equal("已通过 → 未办理", page.Rows("#log")[0][2]);
        Assert.Equal((0, 2L), ((await portal.RecordAsync("2020010130", "E4")).Status, await portal.CountLogsAsync("2020010130", "E4")));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    [Fact]
    [Trait("Case", "clearance:A11")]
    public async Task Without_a_reason_or_with_an_old_version_nothing_changes()
    {
        using var op1 = await portal.SignInAsync("op1");
        await Handling.Desk.DecideAsync(op1, "2020010131", TrainingUnit, "pass");
        await OpenAsync(op1, "2020010131");
        Assert.Contains("请填写撤销原因", (await op1.SubmitAsync(await FormAsync("E4"), new { reason = " " })).Text);

        await OpenAsync(op1, "2020010131");
        var stale = await op1.SubmitAsync(await FormAsync("E4"), new { reason = "改主意", version = "0" });
        Assert.Contains("该生已由 刘敏 于", stale.Text);
        Assert.Equal("改主意", stale.TextOf("details[open] textarea"));
        Assert.Equal(1, (await portal.RecordAsync("2020010131", "E4")).Status);
    }

    [Fact]
    [Trait("Case", "clearance:A11")]
    public async Task Without_the_right_the_button_is_missing_and_the_request_refused()
    {
        using var op1 = await portal.SignInAsync("op1");
        await Handling.Desk.DecideAsync(op1, "2020010132", TrainingUnit, "pass");
        await Handling.Desk.DecideAsync(op1, "2020010132", "提交毕业生登记表", "pass");
        await OpenAsync(op1, "2020010132");
        Assert.Null(op1.Page.TryFind(await FormAsync("E5")));
        await RevokeByHandAsync(op1, "2020010132", "E5");
        op1.Page.Expect(403);

        using var leader = await portal.SignInAsync("leader1");
        await OpenAsync(leader, "2020010132");
        Assert.Empty(leader.Page.FindAll("form[action*='handler=Revoke']"));
        await RevokeByHandAsync(leader, "2020010132", "E4");
        leader.Page.Expect(403);
        Assert.Equal(1, (await portal.RecordAsync("2020010132", "E4")).Status);
    }

    [Fact]
    public async Task The_refusal_names_the_later_step_that_rests_on_it()
    {
        using var op1 = await portal.SignInAsync("op1");
        await Handling.Desk.DecideAsync(op1, "2020010133", TrainingUnit, "pass");
        await Handling.Desk.DecideAsync(op1, "2020010133", "提交毕业生登记表", "pass");
        await OpenAsync(op1, "2020010133");
        var page = await op1.SubmitAsync(await FormAsync("E4"), new { reason = "重审" });
        Assert.Contains("后续环节【提交毕业生登记表】已通过", page.TextOf("#problem"));
        Assert.Equal(1, (await portal.RecordAsync("2020010133", "E4")).Status);
        using var admin = await portal.SignInAsync("admin");
        await OpenAsync(admin, "2020010133");
        await admin.SubmitAsync(await FormAsync("E5"), new { reason = "重审" });
        await admin.SubmitAsync(await FormAsync("E4"), new { reason = "重审" });
        Assert.Equal(0, (await portal.RecordAsync("2020010133", "E4")).Status);
    }

    [Fact]
    public async Task What_one_grant_decides_another_one_does_not_take_back()
    {
        var stepId = await portal.StepIdAsync("E4");
        await portal.Database.ExecuteAsync(
            """
            insert into graduationclearance_step_grant (id, step_id, role_id, scope, can_revoke, version)
            select 1, step_id, role_id, 1, 0, 1 from graduationclearance_step_grant where step_id = @stepId
            """,
            new { stepId });
        try
        {
            using var op1 = await portal.SignInAsync("op1");
            await Handling.Desk.DecideAsync(op1, "2020020201", TrainingUnit, "pass");
            await OpenAsync(op1, "2020020201");
            Assert.Null(op1.Page.TryFind(await FormAsync("E4")));
            await RevokeByHandAsync(op1, "2020020201", "E4");
            Assert.Contains("不在您的办理范围", op1.Page.Text);
            Assert.Equal(1, (await portal.RecordAsync("2020020201", "E4")).Status);
        }
        finally
        {
            await portal.Database.ExecuteAsync("delete from graduationclearance_step_grant where id = 1");
        }
    }

    [Fact]
    [Trait("Case", "clearance:4b")]
    public async Task An_administrator_excuses_a_student_from_a_step_with_a_reason_and_takes_it_back()
    {
        using var admin = await portal.SignInAsync("admin");
        var form = $"#override-{await portal.StepIdAsync("E4")}";
        await OpenAsync(admin, "2020010134");
        Assert.Contains("请填写调整原因", (await admin.SubmitAsync(form, new { reason = " " })).Text);
        await OpenAsync(admin, "2020010134");
        Assert.Contains("已变为未办理", (await admin.SubmitAsync(form, new { reason = "休学", version = "9" })).Text);

        await OpenAsync(admin, "2020010134");
        var page = await admin.SubmitAsync(form, new { reason = "休学期间已办" });
        Assert.Equal("无需办理", StateOf(page, TrainingUnit));
        Assert.Contains("休学期间已办", page.TextOf("#log"));
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from portal_audit where action = '调整应办环节' and subject = @subject", new { subject = $"student:{await portal.StudentIdAsync("2020010134")}" }));
        Assert.Equal("未办理", StateOf(await admin.SubmitAsync(form, new { reason = "弄错了" }), TrainingUnit));
        Assert.Equal((0, 2L), ((await portal.RecordAsync("2020010134", "E4")).Status, await portal.CountLogsAsync("2020010134", "E4")));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    [Fact]
    [Trait("Case", "clearance:4b")]
    public async Task A_decided_record_is_not_adjusted_and_nobody_but_the_administrator_may()
    {
        using var op1 = await portal.SignInAsync("op1");
        await OpenAsync(op1, "2020010135");
        Assert.Empty(op1.Page.FindAll("form[action*='handler=Override']"));
        await OverrideByHandAsync(op1, "2020010135", "E4");
        op1.Page.Expect(403);
        await Handling.Desk.DecideAsync(op1, "2020010135", TrainingUnit, "pass");
        using var admin = await portal.SignInAsync("admin");
        await OpenAsync(admin, "2020010135");
        Assert.Null(admin.Page.TryFind($"#override-{await portal.StepIdAsync("E4")}"));
        await OverrideByHandAsync(admin, "2020010135", "E4");
        Assert.Contains("已有办理结果，不能调整", admin.Page.Text);
        Assert.Null((await OpenAsync(admin, "2019010101")).TryFind("form[action*='handler=Override']"));
        Assert.Equal(1, (await portal.RecordAsync("2020010135", "E4")).Status);
    }

    [Fact]
    public async Task Students_of_others_are_not_found()
    {
        using var op1 = await portal.SignInAsync("op1");
        (await op1.GetAsync($"/graduationclearance/students/details/{await portal.StudentIdAsync("2020020201")}")).Expect(404);
        await op1.OpenAsync("/graduationclearance/students");
        await RevokeByHandAsync(op1, "2020020201", "E4");
        op1.Page.Expect(404);
        (await op1.GetAsync("/graduationclearance/students/details/1")).Expect(404);
    }

    [Fact]
    public async Task Only_those_with_the_right_see_the_whole_number()
    {
        using var op1 = await portal.SignInAsync("op1");
        Assert.DoesNotContain("110101199601010001", (await OpenAsync(op1, "2020010101")).Html);
        using var admin = await portal.SignInAsync("admin");
        Assert.Contains("110101199601010001", (await OpenAsync(admin, "2020010101")).Html);
    }

    private static string StateOf(PortalPage page, string step) => page.Rows("#step-states").Single(row => row[0].StartsWith(step, StringComparison.Ordinal))[1];

    private async Task<PortalPage> OpenAsync(PortalClient client, string studentNo) =>
        await client.OpenAsync($"/graduationclearance/students/details/{await portal.StudentIdAsync(studentNo)}");

    private async Task<string> FormAsync(string code) => $"#revoke-{await portal.StepIdAsync(code)}";

    private async Task RevokeByHandAsync(PortalClient client, string studentNo, string code) => await client.PostWithTokenAsync(
        $"/graduationclearance/students/details/{await portal.StudentIdAsync(studentNo)}?handler=Revoke",
        ("stepId", $"{await portal.StepIdAsync(code)}"),
        ("version", $"{(await portal.RecordAsync(studentNo, code)).Version}"),
        ("reason", "越权"));

    private async Task OverrideByHandAsync(PortalClient client, string studentNo, string code) => await client.PostWithTokenAsync(
        $"/graduationclearance/students/details/{await portal.StudentIdAsync(studentNo)}?handler=Override",
        ("stepId", $"{await portal.StepIdAsync(code)}"),
        ("version", $"{(await portal.RecordAsync(studentNo, code)).Version}"),
        ("reason", "越权"));
}

public sealed class StudentDetailsOnSqlite(ClearanceFixture<Sqlite> portal) : StudentDetailsTests<Sqlite>(portal);

public sealed class StudentDetailsOnMariaDb(ClearanceFixture<MariaDb> portal) : StudentDetailsTests<MariaDb>(portal);
