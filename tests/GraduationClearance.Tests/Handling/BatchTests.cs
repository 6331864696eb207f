using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Handling;

/// <summary>批量办理 (domain §4f, Batch).</summary>
public abstract class BatchTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Url = "/graduationclearance/batch";
    private const string Pass = "button[name=intent][value=pass]";
    private const string Fail = "button[name=intent][value=fail]";

    [Fact]
    [Trait("Case", "clearance:B1")]
    public async Task Fourteen_ticked_students_pass_with_one_note_and_one_batch()
    {
        using var op1 = await portal.SignInAsync("op1");
        var ticks = (await op1.OpenAsync(Url)).FindAll("input[name=ticks]").Take(14).Select(box => box.GetAttribute("value")!).ToArray();
        await op1.SubmitAsync(Pass, new { ticks });
        var page = await op1.SubmitAsync(Pass, new { stepId = await portal.StepIdAsync("E4"), note = "材料齐全" });
        Assert.Contains("通过 14 人", page.Text);
        var records = await Task.WhenAll(Enumerable.Range(1, 14).Select(number => portal.RecordAsync($"20200101{number:00}", "E4")));
        Assert.All(records, record => Assert.Equal((1, "材料齐全"), (record.Status, record.Remark)));
        Assert.Single(records.Select(record => record.BatchId).Distinct());
        Assert.NotNull(records[0].BatchId);
    }

    [Fact]
    [Trait("Case", "clearance:B2")]
    public async Task Three_fail_with_the_same_note()
    {
        using var op1 = await portal.SignInAsync("op1");
        await TickAsync(op1, 61, 62, 63);
        await op1.SubmitAsync(Fail, new { stepId = await portal.StepIdAsync("E4"), note = "缺成绩单" });
        foreach (var number in new[] { 61, 62, 63 })
            Assert.Equal((2, "缺成绩单"), ((await portal.RecordAsync($"20200101{number}", "E4")) is var record ? (record.Status, record.Remark) : default));
    }

    [Fact]
    [Trait("Case", "clearance:B3")]
    public async Task Nothing_ticked_is_told_and_all_is_a_counted_step_of_its_own()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync(Url);
        Assert.Contains("请先选择学生", (await op1.SubmitAsync(Pass)).Text);
        Assert.Equal(50, (await op1.OpenAsync(Url)).FindAll("input[name=ticks]").Count);
        var page = await op1.SubmitAsync("button[name=all]");
        Assert.Contains("全部 99 人", page.Text);
    }

    [Fact]
    [Trait("Case", "clearance:B6")]
    public async Task The_dialog_offers_the_operators_own_steps_only()
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await TickAsync(op1, 64);
        Assert.Equal(["请选择环节", "培养单位学工审核", "提交毕业生登记表"], page.TextsOf("#stepId option"));
    }

    [Fact]
    public async Task Rows_that_cannot_be_handled_are_named_and_stay_ticked()
    {
        using var op1 = await portal.SignInAsync("op1");
        await TickAsync(op1, 65, 66);
        await op1.SubmitAsync(Pass, new { stepId = await portal.StepIdAsync("E4"), note = "" });
        await TickAsync(op1, 65, 66, 67);
        var page = await op1.SubmitAsync(Pass, new { stepId = await portal.StepIdAsync("E5"), note = "" });
        Assert.Contains("通过 2 人，无变化 0 人，未办理 1 人", page.Text.Replace(" ，", "，", StringComparison.Ordinal));
        Assert.Contains("2020010167", page.Text);
        Assert.Contains("前置环节【培养单位学工审核】未通过", page.Text);
        page = await op1.FollowAsync("在列表中勾选这些学生");
        Assert.Equal(["2020010167"], page.TextsOf("tbody tr:has(input:checked) td:nth-child(2)"));
    }

    [Fact]
    public async Task A_foreign_student_in_a_hand_made_batch_is_refused_by_himself()
    {
        using var op1 = await portal.SignInAsync("op1");
        await TickAsync(op1, 70);
        var foreign = await portal.StudentIdAsync("2020020201");
        var own = await portal.StudentIdAsync("2020010170");
        var form = op1.Page.Find("form[action*='handler=Apply']");
        var body = form.QuerySelectorAll("input[type=hidden]")
            .Where(field => field.GetAttribute("name") != "ticks")
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""))
            .Append(new("ticks", $"{own}-"))
            .Append(new("ticks", $"{foreign}-"))
            .Append(new("stepId", $"{await portal.StepIdAsync("E4")}"))
            .Append(new("intent", "pass"));
        var page = await op1.PostAsync(form.GetAttribute("action")!, body);
        Assert.Contains("不在您的办理范围", page.Text);
        Assert.Contains($"编号 {foreign}", page.Text);
        Assert.Equal(1, (await portal.RecordAsync("2020010170", "E4")).Status);
        Assert.Equal(0, (await portal.RecordAsync("2020020201", "E4")).Status);
    }

    [Fact]
    public async Task Without_a_result_nobody_is_handled()
    {
        using var op1 = await portal.SignInAsync("op1");
        await TickAsync(op1, 72);
        var page = await op1.SubmitAsync("form[action*='handler=Apply']", new { stepId = await portal.StepIdAsync("E4"), note = "材料" });
        Assert.Contains("请选择办理结果", page.Text);
        Assert.Equal(0, (await portal.RecordAsync("2020010172", "E4")).Status);
    }

    [Fact]
    public async Task A_changed_number_of_hits_is_confirmed_again()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync($"{Url}?no=2020010171");
        await op1.SubmitAsync("button[name=all]");
        var page = await op1.SubmitAsync(Pass, new { stepId = await portal.StepIdAsync("E4"), note = "", counted = "2" });
        Assert.Contains("已从 2 人变为 1 人", page.Text);
        Assert.Equal(0, (await portal.RecordAsync("2020010171", "E4")).Status);
        await op1.SubmitAsync(Pass, new { stepId = await portal.StepIdAsync("E4"), note = "" });
        Assert.Equal(1, (await portal.RecordAsync("2020010171", "E4")).Status);
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync(Url);
        var second = await op1.FollowAsync("下一页");
        Assert.Equal(49, second.FindAll("input[name=ticks]").Count);
        Assert.Equal("2020010151", second.Rows()[0][1]);
        var first = await op1.FollowAsync("上一页");
        Assert.Equal("2020010101", first.Rows()[0][1]);
        Assert.Equal(50, first.FindAll("input[name=ticks]").Count);
    }

    private async Task<PortalPage> TickAsync(PortalClient client, params int[] numbers)
    {
        await client.OpenAsync($"{Url}?name=&after=20200101{numbers[0] - 1:00}");
        var ids = await Task.WhenAll(numbers.Select(number => portal.StudentIdAsync($"20200101{number:00}")));
        return await client.SubmitAsync(Pass, new { ticks = ids.Select(id => $"{id}-").ToArray() });
    }
}

public sealed class BatchOnSqlite(ClearanceFixture<Sqlite> portal) : BatchTests<Sqlite>(portal);

public sealed class BatchOnMariaDb(ClearanceFixture<MariaDb> portal) : BatchTests<MariaDb>(portal);
