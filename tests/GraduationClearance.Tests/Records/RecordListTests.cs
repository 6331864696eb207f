using Portal.GraduationClearance.Tests.Handling;
using Portal.GraduationClearance.Tests.Students;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Records;

/// <summary>各环节信息数据: the records of one step.</summary>
public abstract class RecordListTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Url = "/graduationclearance/records";
    private const string TrainingUnit = "培养单位学工审核";

    [Fact]
    public async Task The_list_goes_page_by_page_with_and_without_a_status()
    {
        using var op1 = await portal.SignInAsync("op1");
        foreach (var query in new[] { $"step={await portal.StepIdAsync("E1")}", $"step={await portal.StepIdAsync("E1")}&status=Pending" })
        {
            var numbers = (await op1.OpenAsync($"{Url}?{query}")).Rows("#records").Select(row => row[0]).ToList();
            Assert.Equal(50, numbers.Count);
            numbers.AddRange((await op1.FollowAsync("下一页")).Rows("#records").Select(row => row[0]));
            Assert.Equal(Enumerable.Range(2020010101, 99).Select(number => $"{number}"), numbers);
            Assert.Null(op1.Page.TryFind("a[rel=next]"));
            Assert.Equal("2020010101", (await op1.FollowAsync("上一页")).Rows("#records")[0][0]);
        }
    }

    [Fact]
    public async Task Who_when_how_and_why_stand_beside_the_state()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.DecideAsync("2020010150", TrainingUnit, "fail", "未交学生证");
        await op1.DecideAsync("2020010151", TrainingUnit, "pass");
        var e4 = await portal.StepIdAsync("E4");
        var row = Assert.Single((await op1.OpenAsync($"{Url}?step={e4}&status=Failed")).Rows("#records"));
        Assert.Equal(("2020010150", "未通过", "刘敏", "单个办理", "未交学生证"), (row[0], row[3], row[4], row[6], row[7]));
        var today = DateTime.UtcNow.AddHours(8).ToString("yyyy-MM-dd");
        Assert.StartsWith(today, row[5]);
        Assert.Equal(2, (await op1.OpenAsync($"{Url}?step={e4}&operator=刘&from={today}&to={today}")).Rows("#records").Count);
        Assert.Equal(2, (await op1.OpenAsync($"{Url}?step={e4}&operator=刘&from={today}&to=9999-12-31")).Rows("#records").Count);
        Assert.Empty((await op1.OpenAsync($"{Url}?step={e4}&from=2099-01-01")).Rows("#records"));
        Assert.Empty((await op1.OpenAsync($"{Url}?step={e4}&to=2000-01-01")).Rows("#records"));
        Assert.Empty((await op1.OpenAsync($"{Url}?step={e4}&operator=%25")).Rows("#records"));
        Assert.Equal("2020010151", Assert.Single((await op1.OpenAsync($"{Url}?step={e4}&q=2020010151")).Rows("#records"))[0]);
    }

    [Fact]
    public async Task The_reach_is_that_of_the_query_page()
    {
        using var op1 = await portal.SignInAsync("op1");
        var e2 = await portal.StepIdAsync("E2");
        Assert.Contains("没有符合条件的记录", (await op1.OpenAsync($"{Url}?step={e2}&q=2020020201")).Text);
        using var lib1 = await portal.SignInAsync("lib1");
        Assert.Single((await lib1.OpenAsync($"{Url}?step={e2}&q=2020020201")).Rows("#records"));
        var college = await portal.Database.ScalarAsync<long>("select id from organisation_unit where name = '地球科学学院'");
        Assert.Single((await lib1.OpenAsync($"{Url}?step={e2}&department={college}")).Rows("#records"));
        using var student = await portal.SignInAsync("2020010101");
        (await student.GetAsync(Url)).Expect(403);
    }

    [Fact]
    public async Task The_export_holds_all_pages_and_is_logged()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync($"{Url}?step={await portal.StepIdAsync("E6")}&status=Pending");
        var sheet = ExportedSheet.Read(await op1.SubmitAsync("#export"));
        var expected = await portal.Database.QueryAsync<string>(
            "select student_no from graduationclearance_step_record where step_id = @step and status = 0 and student_no like '20200101%' order by student_no", new { step = await portal.StepIdAsync("E6") });
        Assert.True(expected.Count > 50);
        Assert.Equal(expected, sheet.Skip(1).Select(row => Assert.IsType<string>(row[0])));
        Assert.Contains($"\"行数\":{expected.Count},", await portal.Database.ScalarAsync<string>("select after_json from portal_audit where action = '导出各环节信息数据'"), StringComparison.Ordinal);

        using var leader = await portal.SignInAsync("leader1");
        await leader.OpenAsync(Url);
        await leader.PostWithTokenAsync($"{Url}?handler=Export");
        leader.Page.Expect(403);
    }
}

public sealed class RecordListOnSqlite(ClearanceFixture<Sqlite> portal) : RecordListTests<Sqlite>(portal);

public sealed class RecordListOnMariaDb(ClearanceFixture<MariaDb> portal) : RecordListTests<MariaDb>(portal);
