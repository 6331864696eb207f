using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Students;

/// <summary>学生离校信息查询: who is listed, under which conditions, with which words (domain §4f, back office).</summary>
public abstract class StudentListTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Url = "/graduationclearance/students";

    [Fact]
    [Trait("Case", "clearance:D1")]
    public async Task A_college_operator_sees_his_college_page_by_page()
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await op1.OpenAsync(Url);
        Assert.Contains("共 99 人", page.Text);
        Assert.Equal(50, page.Rows("#matrix").Count);
        var second = await op1.FollowAsync("下一页");
        Assert.Equal(49, second.Rows("#matrix").Count);
        Assert.Equal("2020010151", second.Rows("#matrix")[0][0]);
        var first = await op1.FollowAsync("上一页");
        Assert.Equal("2020010101", first.Rows("#matrix")[0][0]);
        Assert.Null(first.TryFind("a[rel=prev]"));
    }

    [Fact]
    [Trait("Case", "clearance:D1")]
    public async Task An_operator_of_the_whole_school_and_a_leader_see_every_college()
    {
        foreach (var account in new[] { "lib1", "leader1", "admin" })
        {
            using var client = await portal.SignInAsync(account);
            Assert.Contains("共 100 人", (await client.OpenAsync(Url)).Text);
            Assert.Single((await client.OpenAsync($"{Url}?no=2020020201")).Rows("#matrix"));
        }

        using var op1 = await portal.SignInAsync("op1");
        Assert.Contains("没有符合条件的学生", (await op1.OpenAsync($"{Url}?no=2020020201")).Text);
    }

    [Fact]
    [Trait("Case", "clearance:D1")]
    public async Task All_eight_conditions_must_hold_together()
    {
        using var lib1 = await portal.SignInAsync("lib1");
        var marxism = await portal.Database.ScalarAsync<long>("select id from organisation_unit where name = '马克思主义学院'");
        var all = $"scheme={portal.SchemeId}&department={marxism}&exam=104910000006&no=2020010106&name=周&major=马克思主义理论&class=马克思主义理论&gender=女";
        Assert.Equal("2020010106", Assert.Single((await lib1.OpenAsync($"{Url}?{all}")).Rows("#matrix"))[0]);
        foreach (var wrong in new[] { "exam=104910000007", "no=2020010107", "name=吴", "major=科学", "class=科学", "gender=男", "department=1" })
        {
            var key = wrong[..wrong.IndexOf('=', StringComparison.Ordinal)];
            var query = string.Join('&', all.Split('&').Where(part => !part.StartsWith($"{key}=", StringComparison.Ordinal)).Append(wrong));
            Assert.Contains("没有符合条件的学生", (await lib1.OpenAsync($"{Url}?{query}")).Text);
        }

        await lib1.OpenAsync($"{Url}?{all}");
        Assert.Equal("周", lib1.Page.Find("#name").GetAttribute("value"));
        Assert.Equal("女", lib1.Page.TextOf("#gender option[selected]"));
    }

    [Fact]
    [Trait("Case", "clearance:D1")]
    public async Task The_scheme_chosen_is_the_scheme_listed()
    {
        using var lib1 = await portal.SignInAsync("lib1");
        var closed = await portal.Database.ScalarAsync<long>("select id from graduationclearance_scheme where name = @ClosedScheme", new { ClearanceFixture<TDialect>.ClosedScheme });
        Assert.Equal("2019010101", Assert.Single((await lib1.OpenAsync($"{Url}?scheme={closed}")).Rows("#matrix"))[0]);
        (await lib1.GetAsync($"{Url}?scheme=999999999")).Expect(404);
    }

    [Fact]
    [Trait("Case", "clearance:D1")]
    public async Task Cells_use_the_words_of_the_matrix()
    {
        using var op1 = await portal.SignInAsync("op1");
        await Handling.Desk.DecideAsync(op1, "2020010120", "培养单位学工审核", "pass");
        await Handling.Desk.DecideAsync(op1, "2020010121", "培养单位学工审核", "fail", "缺材料");
        var passed = await CellsAsync(op1, "2020010120");
        Assert.Equal(("已办理", "未办理", "办理中"), (passed["培养单位学工审核"], passed["图书馆"], passed["离校状态"]));
        var failed = await CellsAsync(op1, "2020010121");
        Assert.Equal(("未通过", "有未通过"), (failed["培养单位学工审核"], failed["离校状态"]));
        var neither = await CellsAsync(op1, "2020010102");
        Assert.Equal(("无需办理", "无需办理", "未开始"), (neither["退宿"], neither["户口迁出"], neither["离校状态"]));
        Assert.Equal("东区-研8号楼-2层-246-01床", (await CellsAsync(op1, "2020010101"))["住宿信息"]);
    }

    [Theory]
    [Trait("Case", "clearance:D4")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("张_")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("' or 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Wildcards_and_markup_are_searched_for_literally(string text)
    {
        using var op1 = await portal.SignInAsync("op1");
        foreach (var field in new[] { "name", "no", "exam", "major", "class", "gender" })
        {
            var page = await op1.OpenAsync($"{Url}?{field}={Uri.EscapeDataString(text)}");
            Assert.Contains("没有符合条件的学生", page.Text);
            Assert.DoesNotContain("<script>alert", page.Html);
        }
    }

    [Fact]
    public async Task Removed_students_are_not_listed()
    {
        await portal.Database.ExecuteAsync("update graduationclearance_student set status = 1 where student_no = '2020010198'");
        using var op1 = await portal.SignInAsync("op1");
        Assert.Contains("没有符合条件的学生", (await op1.OpenAsync($"{Url}?no=2020010198")).Text);
        await portal.Database.ExecuteAsync("update graduationclearance_student set status = 0 where student_no = '2020010198'");
    }

    [Fact]
    public async Task Strangers_sign_in_first_and_students_stay_outside()
    {
        using var stranger = portal.Browse();
        Assert.NotNull((await stranger.GetAsync(Url)).TryFind("input[type=password]"));
        using var student = await portal.SignInAsync("2020010101");
        (await student.GetAsync(Url)).Expect(403);
    }

    private static async Task<Dictionary<string, string>> CellsAsync(PortalClient client, string studentNo)
    {
        var page = await client.OpenAsync($"{Url}?no={studentNo}");
        return page.TextsOf("#matrix thead th").Zip(Assert.Single(page.Rows("#matrix"))).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}

public sealed class StudentListOnSqlite(ClearanceFixture<Sqlite> portal) : StudentListTests<Sqlite>(portal);

public sealed class StudentListOnMariaDb(ClearanceFixture<MariaDb> portal) : StudentListTests<MariaDb>(portal);
