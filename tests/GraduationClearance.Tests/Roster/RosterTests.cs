using Portal.GraduationClearance.Roster;
using Portal.GraduationClearance.Schemes;
using Portal.GraduationClearance.Tests.Schemes;
using Portal.Testing;
using Portal.Toolkit;

namespace Portal.GraduationClearance.Tests.Roster;

/// <summary>Facts of students, 移出 and 恢复, and the counters that follow.</summary>
public abstract class RosterTests<TDialect>(ConfigurationFixture<TDialect> portal) : IClassFixture<ConfigurationFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Root = "/GraduationClearance/Schemes/Roster";

    [Fact]
    [Trait("Case", "clearance:I1")]
    public async Task A_removed_student_leaves_every_counter_and_comes_back_with_his_statuses()
    {
        var before = await portal.CountersAsync();
        var id = await portal.StudentIdAsync("2020010110");
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Root}/Remove?scheme={portal.SchemeId}&id={id}");
        await admin.SubmitAsync("main form[method=post]");
        Assert.Contains("请填写移出原因", admin.Page.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.Reason"] = "延毕" });
        Assert.Contains("该生已移出本方案（延毕）", admin.Page.Text, StringComparison.Ordinal);
        var without = await portal.CountersAsync();
        Assert.Equal(before.Sum(row => row.Total) - 8, without.Sum(row => row.Total));
        Assert.Equal(8, await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_step_record where student_id = @id", new { id }));
        await admin.SubmitAsync("form[action*='estore'] button");
        Assert.Equal(before, await portal.CountersAsync());
        Assert.Equal((1, 1), (await portal.CountAuditAsync("移出离校名单"), await portal.CountAuditAsync("恢复离校学生")));
    }

    [Fact]
    public async Task A_moved_department_moves_the_counters_and_changed_facts_the_applicable_steps()
    {
        var id = await portal.StudentIdAsync("2020010111");
        var other = await portal.UnitAsync("地球科学学院");
        var (e4, e7) = (await portal.StepIdAsync("E4"), await portal.StepIdAsync("E7"));
        var before = (await portal.CountersAsync()).Where(row => row.StepId == e4 && row.DepartmentId == other).Sum(row => row.Total);
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Root}/Edit?scheme={portal.SchemeId}&id={id}");
        Assert.DoesNotContain("19970101", admin.Page.Html, StringComparison.Ordinal);
        await admin.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.DepartmentId"] = other, ["Form.HukouTransfer"] = "true" });
        var after = (await portal.CountersAsync()).Where(row => row.StepId == e4 && row.DepartmentId == other).Sum(row => row.Total);
        Assert.Equal(before + 1, after);
        Assert.Equal(0, (await portal.RecordAsync("2020010111", "E7")).Status);
        Assert.Equal(1, await portal.CountLogsAsync("2020010111", "E7"));
        Assert.Equal("110101********0011", await portal.Database.ScalarAsync<string>("select id_card_masked from graduationclearance_student where id = @id", new { id }));
    }

    [Fact]
    public async Task Two_people_editing_a_student_see_both_versions()
    {
        var id = await portal.StudentIdAsync("2020010113");
        using var first = await portal.SignInAsync("admin");
        using var second = await portal.SignInAsync("admin");
        await first.OpenAsync($"{Root}/Edit?scheme={portal.SchemeId}&id={id}");
        await second.OpenAsync($"{Root}/Edit?scheme={portal.SchemeId}&id={id}");
        await first.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.Major"] = "伦理学" });
        var stale = await second.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.Major"] = "逻辑学" });
        Assert.Contains("伦理学", stale.TextOf(".alert-warning"), StringComparison.Ordinal);
        Assert.Equal("逻辑学", stale.Find("[name='Form.Major']").GetAttribute("value"));
        Assert.Equal("伦理学", await portal.Database.ScalarAsync<string>("select major from graduationclearance_student where id = @id", new { id }));
    }

    [Theory]
    [InlineData("2020010101", null, null)]
    [InlineData("2020019801", "KS-9801", null)]
    [InlineData("2020019802", null, "110101199601010001")]
    [InlineData("2020019803", null, " 110101199601010001")]
    public async Task Student_number_exam_number_and_id_number_stand_once_in_a_scheme(string studentNo, string? examNo, string? idCard)
    {
        var department = await portal.UnitAsync("马克思主义学院");
        if (examNo is not null)
            await portal.RunAsync<RosterCommands>(roster => roster.AddAsync(portal.SchemeId, [new() { StudentNo = "2020019800", Name = "甲", DepartmentId = department, ExamNo = examNo }], default));
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => portal.RunAsync<RosterCommands>(roster => roster.AddAsync(
            portal.SchemeId,
            [new() { StudentNo = $"9{studentNo}", Name = "先", DepartmentId = department }, new() { StudentNo = studentNo, Name = "乙", DepartmentId = department, ExamNo = examNo, IdCardNo = idCard }],
            default)));
        Assert.Contains("已在本方案的名单中", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_student where student_no = @first", new { first = $"9{studentNo}" }));
    }

    [Fact]
    public async Task Id_numbers_are_stored_encrypted()
    {
        var secrets = await portal.Database.QueryAsync<string>("select id_card_secret from graduationclearance_student where id_card_secret is not null");
        Assert.NotEmpty(secrets);
        Assert.DoesNotContain(secrets, secret => secret.Contains("1101011", StringComparison.Ordinal));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from portal_audit where after_json like '%1101011997%'"));
    }

    [Fact]
    public async Task Initialising_through_the_page_says_how_many_were_added()
    {
        var department = await portal.UnitAsync("马克思主义学院");
        await portal.RunAsync<RosterCommands>(roster => roster.AddAsync(portal.SchemeId, [new() { StudentNo = "2020019850", Name = "新生", DepartmentId = department }], default));
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/GraduationClearance/Schemes/Details?id={portal.SchemeId}");
        Assert.Contains("缺少办理记录", admin.Page.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("form[action*='initialise'] button");
        Assert.Matches("新增 [0-9]+ 条办理记录", admin.Page.Text);
        await admin.OpenAsync($"/GraduationClearance/Schemes/Details?id={portal.SchemeId}");
        await admin.SubmitAsync("form[action*='initialise'] button");
        Assert.Contains("没有新增", admin.Page.Text, StringComparison.Ordinal);
        await portal.CountersAsync();
    }
}

public sealed class RosterOnSqlite(ConfigurationFixture<Sqlite> portal) : RosterTests<Sqlite>(portal);

public sealed class RosterOnMariaDb(ConfigurationFixture<MariaDb> portal) : RosterTests<MariaDb>(portal);
