using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Handling;

/// <summary>The counters through one morning at the desk.</summary>
public abstract class DeskStoryTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string TrainingUnit = "培养单位学工审核";

    [Fact]
    [Trait("Case", "clearance:A1")]
    [Trait("Case", "clearance:A2")]
    [Trait("Case", "clearance:A3")]
    [Trait("Case", "clearance:A7")]
    [Trait("Case", "clearance:A12")]
    public async Task Counters_follow_every_decision()
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await op1.OpenAsync(Desk.Url);
        Assert.Contains("马克思主义学院", page.TextOf("header"));
        Assert.Contains("培养单位审核", page.TextOf("header"));
        Assert.Equal("99/0/99/0", page.Counters(TrainingUnit));

        page = await op1.DecideAsync("2020010101", TrainingUnit, "pass");
        Assert.Equal("99/1/98/0", page.Counters(TrainingUnit));
        Assert.Equal(1, (await portal.RecordAsync("2020010101", "E4")).Source);
        Assert.Equal(1, await portal.CountLogsAsync("2020010101", "E4"));

        page = await op1.DecideAsync("2020010102", TrainingUnit, "fail", "未交学生证");
        Assert.Equal("99/1/97/1", page.Counters(TrainingUnit));
        using (var student = await portal.SignInAsync("2020010102"))
            Assert.Contains("未通过原因：未交学生证", (await student.OpenAsync("/graduationclearance/mysheet")).Text);

        await RepeatAsync(op1);
        Assert.Equal(1, await portal.CountLogsAsync("2020010101", "E4"));

        page = await op1.DecideAsync("2020010102", TrainingUnit, "pass");
        Assert.Equal("99/2/97/0", page.Counters(TrainingUnit));
        Assert.Equal("未交学生证", await portal.Database.ScalarAsync<string>("select remark_from from graduationclearance_step_record_log where from_status = 2"));
        Assert.Equal("99/2/97/0", (await op1.OpenAsync($"{Desk.Url}?handler=Counters")).Counters(TrainingUnit));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    // The page offers no form for a passed step; a second window may still hold one.
    private async Task RepeatAsync(PortalClient op1)
    {
        await op1.SearchAsync("2020010130");
        var token = op1.Page.Find("form[action*='handler=Decide'] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var body = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["StepId"] = $"{await portal.StepIdAsync("E4")}",
            ["Version"] = "1",
            ["Result"] = "pass",
        };
        var page = await op1.PostAsync($"{Desk.Url}?handler=Decide&scheme={portal.SchemeId}&student={await portal.StudentIdAsync("2020010101")}", body);
        Assert.Contains("无变化", page.Text);
    }
}

public sealed class DeskStoryOnSqlite(ClearanceFixture<Sqlite> portal) : DeskStoryTests<Sqlite>(portal);

public sealed class DeskStoryOnMariaDb(ClearanceFixture<MariaDb> portal) : DeskStoryTests<MariaDb>(portal);
