using Portal.Testing;

namespace Portal.GraduationClearance.Tests.MySheet;

/// <summary>我的离校 and the printed sheet.</summary>
public abstract class MySheetTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Url = "/graduationclearance/mysheet";

    [Fact]
    [Trait("Case", "clearance:D8")]
    public async Task A_student_sees_his_own_sheet_and_nobody_elses()
    {
        using var student = await portal.SignInAsync("2020010103");
        var page = await student.OpenAsync(Url);
        Assert.Contains("王思", page.Text);
        Assert.Contains("图书馆一楼总服务台", page.Text);
        Assert.Contains("工作日 8:30–17:00", page.Text);
        Assert.Contains("027-6788 0001", page.Text);
        var other = await portal.StudentIdAsync("2020010104");
        (await student.GetAsync($"{Url}?student={other}")).Expect(403);
        (await student.GetAsync($"{Url}/print?student={other}")).Expect(403);
    }

    [Fact]
    [Trait("Case", "clearance:D8")]
    public async Task The_sheet_is_printed_when_everything_required_is_done_and_its_code_can_be_checked()
    {
        using var student = await portal.SignInAsync("2020010107");
        var own = await portal.StudentIdAsync("2020010107");
        Assert.Contains("暂不能打印", (await student.OpenAsync($"{Url}/print?student={own}")).Text);
        await portal.Database.ExecuteAsync(
            """
            update graduationclearance_step_record
            set status = 1
            where student_id = @own and status = 0
              and step_id in (select id from graduationclearance_step where mode = 0)
            """,
            new { own });
        var page = await student.OpenAsync($"{Url}/print?student={own}");
        var code = page.TextOf("figcaption").Replace("校验码 ", "", StringComparison.Ordinal);

        Assert.Contains($"https://portal.example.edu.cn/graduationclearance/verify?code={code}", page.Text);

        using var stranger = portal.Browse();
        page = await stranger.OpenAsync($"/graduationclearance/verify?code={code.ToUpperInvariant()}");
        Assert.Contains("真实有效", page.Text);
        Assert.Contains("真实有效", (await stranger.OpenAsync($"/graduationclearance/verify?code={code.ToLowerInvariant()}")).Text);
        Assert.DoesNotContain("吴思", page.Text);
        await portal.Database.ExecuteAsync("update graduationclearance_student set status = 1, removed_reason = '延毕' where id = @own", new { own });
        Assert.Contains("已失效", (await stranger.OpenAsync($"/graduationclearance/verify?code={code}")).Text);
        Assert.Contains("校验码无效", (await stranger.OpenAsync($"/graduationclearance/verify?code={own}-AAAAAAAAAAAA")).Text);
    }

    [Fact]
    public async Task A_number_alone_is_not_enough_the_department_must_be_the_students_own()
    {
        var id = await portal.StudentIdAsync("2020010109");
        await portal.Database.ExecuteAsync(
            "update graduationclearance_student set department_id = (select id from organisation_unit where name = '地球科学学院') where id = @id", new { id });
        using var student = await portal.SignInAsync("2020010109");
        Assert.DoesNotContain("图书馆一楼总服务台", (await student.OpenAsync(Url)).Text);
        (await student.GetAsync($"{Url}?student={id}")).Expect(403);
        (await student.GetAsync($"{Url}/print?student={id}")).Expect(403);
    }

    [Fact]
    public async Task Someone_without_the_right_has_no_sheet()
    {
        using var op1 = await portal.SignInAsync("op1");
        (await op1.GetAsync(Url)).Expect(403);
    }
}

public sealed class MySheetOnSqlite(ClearanceFixture<Sqlite> portal) : MySheetTests<Sqlite>(portal);

public sealed class MySheetOnMariaDb(ClearanceFixture<MariaDb> portal) : MySheetTests<MariaDb>(portal);
