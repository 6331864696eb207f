using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Exchange;

/// <summary>A student abroad from the application on a phone to the recognised credits, every office at a window of its own.</summary>
public sealed class OutboundJourneyTests(ExchangePortal portal) : BrowserTest<Sqlite>(portal), IClassFixture<ExchangePortal>
{
    private const string StudentNo = "2021020001";
    private const string Today = "2026-03-02";
    private const string Area = "/internationalexchange";

    private readonly Dictionary<string, IPage> _windows = [];

    [Fact]
    [Trait("Case", "exchange:22")]
    [Trait("Case", "exchange:26")]
    public async Task From_the_application_to_the_recognition_of_credits()
    {
        var programme = await ProgrammeAsync();
        var student = await OpenAsync(StudentNo, Screen.Phone);
        var stay = await ApplyAsync(student);
        await SelectAsync(programme, stay.Record);
        await PrepareAsync(student, stay, programme);
        await StayAbroadAsync(student, stay.Own);
        await RecogniseAsync(student, stay.Own);
    }

    private async Task<string> ProgrammeAsync()
    {
        await ExchangeRecords.PutAsync(portal, "exchange.partner", "HB-2026-9001", "示例应用科技大学", "verified", """{"nameCn":"示例应用科技大学","country":"DE"}""");
        await ExchangeRecords.PutAsync(
            portal, "exchange.agreement", "XY-2026-9001", "学生交换协议", "signed",
            """{"kind":"exchange","ourSignedOn":"2026-01-10","partnerSignedOn":"2026-01-12","effectiveFrom":"2026-02-01","expiresOn":"2029-01-31"}""");
        var college = await OnAsync("colA1");
        var address = await college.DraftAsync(
            "exchange.outbound-programme", ("title", "机电专业学分互认项目"), ("unitHead", "colAh"), ("kind", "credit"), ("creditBearing", "true"), ("startOn", "2026-03-01"), ("endOn", "2026-04-30"),
            ("partner", "HB-2026-9001"), ("agreement", "XY-2026-9001"), ("places", "1"), ("applyFrom", "2026-03-01"), ("applyTo", "2026-03-20"), ("criteria", "专业成绩前三成，英语四级"), ("riskPlan", "学院每日联系，外方辅导员协助"));
        await Expect(college.Locator("main")).ToContainTextAsync("学分互认项目由教务处归口（第九条三4）");
        await college.ExpectSoundAsync("outbound-programme");
        await college.SubmitAsync();
        foreach (var account in new[] { "colAh", "aao1", "stu1", "ieo1" })
            await (await OnAsync(account)).PassAsync(address);
        await MoveAsync("aao1", address, "activate");
        return address;
    }

    private static async Task<(string Record, string Own)> ApplyAsync(IPage student)
    {
        await student.GotoAsync($"{Area}/outbound");
        await student.ExpectSoundAsync("outbound-open");
        await student.GetByRole(AriaRole.Link, new() { Name = "报名 机电专业学分互认项目" }).ClickAsync();
        await Expect(student.Locator("#studentNo")).ToHaveValueAsync(StudentNo);
        await student.ExpectSoundAsync("outbound-apply");
        await student.Locator("#phone").FillAsync("13800000000");
        await student.Locator("#emergencyContact").FillAsync("母亲 13900000000");
        await student.Locator("#insurance").FillAsync("平安 PA-100");
        await student.Locator("[name=consent][value=true]").CheckAsync();
        await student.GetByRole(AriaRole.Button, new() { Name = "提交报名" }).ClickAsync();
        await Expect(student.Locator("#next")).ToContainTextAsync("学院正在审核");
        await student.ExpectSoundAsync("outbound-applied");
        var own = new Uri(student.Url).AbsolutePath;
        return ($"/workbench/records/exchange.outbound-student/{own.Split('/')[^1]}", own);
    }

    private async Task SelectAsync(string programme, string stay)
    {
        await (await OnAsync("colAh")).PassAsync(stay);
        var selection = $"{Area}/programmes/selection/{programme.Split('/')[^1]}";
        var office = await OnAsync("stu1");
        await office.GotoAsync(selection);
        await office.Locator("#scores input[inputmode=numeric]").FillAsync("92");
        await office.GetByRole(AriaRole.Button, new() { Name = "保存选拔分" }).ClickAsync();
        await Expect(office.Message()).ToContainTextAsync("已登记 1 名学生的选拔分");
        await MoveAsync("aao1", programme, "select");
        var academic = await OnAsync("aao1");
        await academic.GotoAsync(selection);
        await academic.ExpectSoundAsync("outbound-selection");
        await academic.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await academic.ExpectSoundAsync("outbound-selection");
        await academic.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        await academic.GetByRole(AriaRole.Button, new() { Name = "推荐 1 人，候补 0 人" }).ClickAsync();
        await academic.Locator("dialog.confirm[open] .btn-primary").ClickAsync();
        await Expect(academic.Message()).ToContainTextAsync("推荐 1 人，候补 0 人");
        await academic.ExpectSoundAsync("outbound-ranked");
    }

    private async Task PrepareAsync(IPage student, (string Record, string Own) stay, string programme)
    {
        var organisation = await OnAsync("org1");
        var college = await portal.Database.ScalarAsync<long>("select id from organisation_unit where name = '工程学院'");
        await organisation.DraftAsync(
            "exchange.political-review", ("personType", "student"), ("person", StudentNo), ("personUnit", $"{college}"), ("purpose", "programme"), ("result", "agree"), ("reviewedOn", Today), ("validTo", "2026-12-31"));
        await organisation.SubmitAsync();
        await MoveAsync("aao1", stay.Record, "admit");
        await MoveAsync("aao1", programme, "run");
        await student.GotoAsync(stay.Own);
        await student.GetByRole(AriaRole.Link, new() { Name = "填写学习计划" }).ClickAsync();
        foreach (var (name, value) in new[] { ("foreignCourse", "Machine Design"), ("foreignCredits", "6"), ("homeCourse", "机械设计"), ("homeCredits", "4") })
            await student.Locator($"[name='coursePlan[0].{name}']").FillAsync(value);
        await student.ExpectSoundAsync("outbound-plan");
        await student.GetByRole(AriaRole.Button, new() { Name = "保存学习计划" }).Last.ClickAsync();
        await Expect(student.Locator("#course-plan")).ToContainTextAsync("Machine Design");
        await MoveAsync("aao1", stay.Record, "approve-plan", ("planApprovedOn", Today));
    }

    private async Task StayAbroadAsync(IPage student, string own)
    {
        await student.GotoAsync(own);
        await student.MoveAsync("depart", ("actualDepart", Today));
        await Expect(student.Message()).ToContainTextAsync("已登记出境");
        await Expect(student.Locator("#next")).ToContainTextAsync("按时签到");
        await student.Locator("[name='checkIns[0].place']").FillAsync("德国 德累斯顿");
        await student.Locator("#addressAbroad").FillAsync("Hauptstraße 1, +49 100 200");
        await student.GetByLabel("平安", new() { Exact = true }).CheckAsync();
        await student.ExpectSoundAsync("outbound-abroad");
        await student.GetByRole(AriaRole.Button, new() { Name = "签到", Exact = true }).ClickAsync();
        await Expect(student.Message()).ToContainTextAsync("签到已收到");

        var office = await OnAsync("stu1");
        await office.GotoAsync($"{Area}/outbound/tracking");
        await Expect(office.Locator("#tracking")).ToContainTextAsync("德国 德累斯顿");
        await office.ExpectSoundAsync("outbound-tracking");
        await office.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await office.ExpectSoundAsync("outbound-tracking");
        await student.MoveAsync("return", ("actualReturn", Today));
        await Expect(student.Message()).ToContainTextAsync("已登记返校");
        await student.MoveAsync("report", ("report", new string('好', 60)));
        await Expect(student.Message()).ToContainTextAsync("已提交总结");
        await Expect(student.Locator("#next")).ToContainTextAsync("申请学分认定");
    }

    private async Task RecogniseAsync(IPage student, string own)
    {
        await student.GotoAsync(own);
        await student.ExpectSoundAsync("outbound-back");
        await student.GetByRole(AriaRole.Button, new() { Name = "申请学分认定" }).ClickAsync();
        await student.Locator("[name='lines[0].foreignGrade']").FillAsync("B+");
        await student.Locator("[name='lines[0].gradeScale']").FillAsync("A–F");
        await student.Locator("#save").ClickAsync();
        await student.AttachAsync("transcript");
        var address = new Uri(student.Url).AbsolutePath;
        await student.SubmitAsync();
        await (await OnAsync("colAh")).PassAsync(address);
        await (await OnAsync("aao1")).PassAsync(address);

        var academic = await OnAsync("aao1");
        await academic.GetByRole(AriaRole.Link, new() { Name = "逐门登记结论" }).ClickAsync();
        await academic.Locator("[name='decisions[0].homeCredits']").FillAsync("3");
        await academic.Locator("[name='decisions[0].convertedGrade']").FillAsync("85");
        await academic.Locator("[name='decisions[0].decision']").SelectOptionAsync("partly");
        await academic.Locator("#decisionNo").FillAsync("教认〔2026〕1号");
        await academic.ExpectSoundAsync("outbound-credits");
        await academic.GetByRole(AriaRole.Button, new() { Name = "登记 1 门课程的结论" }).ClickAsync();
        await academic.Locator("dialog.confirm[open] .btn-primary").ClickAsync();
        await Expect(academic.Message()).ToContainTextAsync("认定结论已登记");
        await academic.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await academic.ExpectSoundAsync("outbound-credits-decided");

        await student.GotoAsync($"{Area}/credits/print/{address.Split('/')[^1]}");
        await Expect(student.Locator("figcaption")).ToContainTextAsync("校验码");
        await student.SetViewportSizeAsync(Screen.Paper.Width, Screen.Paper.Height);
        await student.EmulateMediaAsync(new() { Media = Media.Print });
        await student.ExpectSoundAsync("outbound-credit-sheet");
    }

    private async Task MoveAsync(string account, string address, string move, params (string Field, string Value)[] typed)
    {
        var page = await OnAsync(account);
        await page.GotoAsync(address);
        await page.MoveAsync(move, typed);
        await Expect(page.Message()).ToContainTextAsync("已");
    }

    private async Task<IPage> OnAsync(string account)
    {
        if (!_windows.ContainsKey(account))
            _windows[account] = await OpenAsync(account);
        await _windows[account].SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        return _windows[account];
    }
}
