using Portal.GraduationClearance.Tests.Handling;
using Portal.GraduationClearance.Tests.Students;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Statistics;

/// <summary>各环节办理情况统计 (domain §4f, D3).</summary>
public abstract class StatisticsTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Url = "/graduationclearance/statistics";
    private const string TrainingUnit = "培养单位学工审核";

    [Fact]
    [Trait("Case", "clearance:D3")]
    public async Task Each_steps_total_is_the_sum_of_its_colleges()
    {
        using (var op1 = await portal.SignInAsync("op1"))
        {
            await op1.DecideAsync("2020010101", TrainingUnit, "pass");
            await op1.DecideAsync("2020010103", TrainingUnit, "fail", "缺材料");
        }

        using var leader = await portal.SignInAsync("leader1");
        var steps = (await leader.OpenAsync(Url)).Rows("#by-step");
        Assert.Equal(8, steps.Count);
        foreach (var step in steps)
        {
            var page = await leader.OpenAsync($"{Url}?step={await StepIdAsync(step[0])}");
            var colleges = page.Rows("#by-college");
            Assert.Equal(["马克思主义学院", "地球科学学院"], colleges.Select(row => row[0]).OrderByDescending(name => name));
            var total = page.TextsOf("#by-college tfoot tr > *");
            for (var column = 1; column <= 4; column++)
            {
                Assert.Equal(colleges.Sum(row => int.Parse(row[column])), int.Parse(total[column]));
                Assert.Equal(total[column], step[column + 1]);
            }

            Assert.All(colleges, row => Assert.Equal(int.Parse(row[1]), int.Parse(row[2]) + int.Parse(row[3]) + int.Parse(row[4])));
        }

        var trained = steps.Single(row => row[0] == TrainingUnit);
        Assert.Equal(["100", "1", "98", "1", "1.0%"], trained.Skip(2));
        var sums = (await leader.OpenAsync(Url)).TextsOf("#by-step tfoot tr > *");
        Assert.Equal(steps.Sum(row => int.Parse(row[2])), int.Parse(sums[2]));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    [Fact]
    [Trait("Case", "clearance:D3")]
    public async Task Nobody_due_shows_a_dash()
    {
        using var leader = await portal.SignInAsync("leader1");
        var college = await portal.Database.ScalarAsync<long>("select id from organisation_unit where name = '地球科学学院'");
        await portal.Database.ExecuteAsync(
            "update graduationclearance_tally set total = 0 where department_id = @college and step_id = @step", new { college, step = await portal.StepIdAsync("E7") });
        var row = (await leader.OpenAsync($"{Url}?department={college}")).Rows("#by-step").Single(step => step[0] == "户口迁出");
        Assert.Equal(["0", "0", "0", "0", "—"], row.Skip(2));
        Assert.DoesNotContain("NaN", leader.Page.Html);
    }

    [Fact]
    [Trait("Case", "clearance:D3")]
    public async Task A_number_leads_to_the_records_behind_it()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.DecideAsync("2020010140", "提交毕业生登记表", "fail", "缺签名");
        var page = await op1.OpenAsync($"{Url}?step={await portal.StepIdAsync("E5")}");
        var link = page.FindAll("#by-college tbody tr td a")[^1];
        Assert.Equal("1", link.TextContent.Trim());
        var records = await op1.GetAsync(link.GetAttribute("href")!);
        Assert.Equal("2020010140", Assert.Single(records.Rows("#records"))[0]);
    }

    [Fact]
    public async Task A_college_sees_its_own_numbers_only()
    {
        using var op1 = await portal.SignInAsync("op1");
        Assert.All((await op1.OpenAsync(Url)).Rows("#by-step").Where(row => row[0] is not ("退宿" or "户口迁出")), row => Assert.Equal("99", row[2]));
        Assert.Equal("马克思主义学院", Assert.Single((await op1.OpenAsync($"{Url}?step={await portal.StepIdAsync("E1")}")).Rows("#by-college"))[0]);
    }

    [Fact]
    public async Task The_slowest_step_is_named_and_the_chart_has_its_table()
    {
        using var leader = await portal.SignInAsync("leader1");
        var page = await leader.OpenAsync(Url);
        Assert.Contains("哪个环节最慢？", page.Text);
        Assert.Matches("最慢的是.+：已通过 ", page.TextOf(".chart-answer"));
        Assert.Equal(8, page.Rows(".chart table").Count);
        Assert.DoesNotContain("2020010101", page.Html);
    }

    [Fact]
    public async Task Counts_may_be_exported_by_a_leader_and_the_export_is_logged()
    {
        using var leader = await portal.SignInAsync("leader1");
        var page = await leader.OpenAsync(Url);
        var sheet = ExportedSheet.Read(await leader.SubmitAsync("#export"));
        Assert.Equal(["环节", "离校点", "院系", "应办理", "已通过", "未办理", "未通过", "完成率"], sheet[0]);
        var totals = sheet.Where(row => (string?)row[2] == "合计").ToList();
        Assert.Equal(page.Rows("#by-step").Select(row => $"{row[0]} {row[2]}"), totals.Select(row => $"{row[0]} {row[3]}"));
        Assert.Contains("\"行数\":24,", await portal.Database.ScalarAsync<string>("select after_json from portal_audit where action = '导出各环节办理情况统计'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_sign_in_first_and_students_stay_outside()
    {
        using var stranger = portal.Browse();
        Assert.NotNull((await stranger.GetAsync(Url)).TryFind("input[type=password]"));
        using var student = await portal.SignInAsync("2020010101");
        (await student.GetAsync(Url)).Expect(403);
    }

    private Task<long> StepIdAsync(string name) => portal.Database.ScalarAsync<long>(
        "select id from graduationclearance_step where scheme_id = @SchemeId and name = @name", new { portal.SchemeId, name });
}

public sealed class StatisticsOnSqlite(ClearanceFixture<Sqlite> portal) : StatisticsTests<Sqlite>(portal);

public sealed class StatisticsOnMariaDb(ClearanceFixture<MariaDb> portal) : StatisticsTests<MariaDb>(portal);
