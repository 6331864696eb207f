using Portal.InternationalExchange.Tests.Agreements;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqliteOutboundLifeTests(CaseFixture<Sqlite> portal) : OutboundLifeTests<Sqlite>(portal);

public sealed class MariaDbOutboundLifeTests(CaseFixture<MariaDb> portal) : OutboundLifeTests<MariaDb>(portal);

/// <summary>A programme from its application until it is closed, and its student with it: every office at the pages, over HTTP.</summary>
[Trait("Case", "exchange:22")]
[Trait("Case", "exchange:26")]
public abstract class OutboundLifeTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Area = "/internationalexchange";
    private const string Today = "2026-03-02";

    private readonly Dictionary<string, PortalClient> _desks = [];

    [Fact]
    public async Task From_the_application_of_a_programme_until_it_and_its_student_are_closed()
    {
        var programme = await OpenProgrammeAsync();
        var stay = await ApplyAsync(programme);
        await SelectAsync(programme, stay);
        await DepartAsync(programme, stay);
        await ReturnAsync(stay);
        await RecogniseAsync(stay);
        await CloseAsync(programme, stay);
        foreach (var client in _desks.Values)
            client.Dispose();
    }

    private async Task<string> OpenProgrammeAsync()
    {
        var partner = await portal.PartnerAsync();
        var agreement = await portal.AgreementAsync("signed", "2026-01-10", "2026-01-12", "2026-02-01", "2029-01-31");
        var college = await AtAsync("colA1");
        var address = await college.DraftAsync(
            "exchange.outbound-programme",
            ("title", "机电专业学分互认项目"), ("unitHead", "colAh"), ("kind", "credit"), ("creditBearing", "true"), ("startOn", "2026-03-01"), ("endOn", "2026-04-30"),
            ("partner", await portal.NoAsync(partner)), ("agreement", await portal.NoAsync(agreement)), ("places", "1"), ("applyFrom", "2026-03-01"), ("applyTo", "2026-03-20"),
            ("criteria", "专业成绩前三成"), ("riskPlan", "学院每日联系"));
        Assert.Contains("学分互认项目由教务处归口（第九条三4）", college.Page.Text, StringComparison.Ordinal);
        await college.SubmitDraftAsync();
        foreach (var account in new[] { "colAh", "aao1", "stu1", "ieo1" })
            await (await AtAsync(account)).PassAsync(address);
        await (await AtAsync("aao1")).MoveAsync(address, "activate");
        await ExpectAsync(address, "open");
        return address;
    }

    private async Task<string> ApplyAsync(string programme)
    {
        var student = await AtAsync("s1");
        await student.OpenAsync($"{Area}/outbound/apply/{Desk.IdOf(programme)}");
        (await student.SubmitAsync("#apply", new { phone = "13800000000", emergencyContact = "母亲 13900000000", insurance = "平安 PA-100", consent = "true" })).Expect(200);
        var address = $"{Desk.Records}/{OutboundCases.Student}/{Desk.IdOf(student.Page.Url.AbsolutePath)}";
        await (await AtAsync("colAh")).PassAsync(address);
        await ExpectAsync(address, "applied");
        return address;
    }

    private async Task SelectAsync(string programme, string stay)
    {
        var selection = $"{Area}/programmes/selection/{Desk.IdOf(programme)}";
        var (students, academic) = (await AtAsync("stu1"), await AtAsync("aao1"));
        await students.OpenAsync(selection);
        (await students.SubmitAsync("#scores", new Dictionary<string, string> { [$"score-{Desk.IdOf(stay)}"] = "92" })).Expect(200);
        await academic.MoveAsync(programme, "select");
        await ExpectAsync(programme, "selecting");
        await academic.OpenAsync(selection);
        (await academic.SubmitAsync("#rank")).Expect(200);
        await ExpectAsync(stay, "nominated");
    }

    private async Task DepartAsync(string programme, string stay)
    {
        var academic = await AtAsync("aao1");
        await academic.OpenAsync(stay);
        (await academic.SubmitAsync("#move-admit")).Expect(422);
        Assert.Contains("没有结论为“同意”的政审：学生1（第九条一1）", academic.Page.Text, StringComparison.Ordinal);
        var organisation = await AtAsync("org1");
        await organisation.DraftAsync(
            "exchange.political-review",
            ("personType", "student"), ("person", "s1"), ("personUnit", $"{await portal.UnitIdAsync(CaseFixture<TDialect>.College)}"), ("purpose", "programme"), ("result", "agree"), ("reviewedOn", Today), ("validTo", "2026-12-31"));
        await organisation.SubmitDraftAsync();
        await academic.MoveAsync(stay, "admit");
        await academic.KeepAsync(programme, ("briefings[0].on", Today), ("briefings[0].kind", "education"), ("briefings[0].text", "安全与纪律"));
        Assert.DoesNotContain("行前教育（", (await academic.MoveAsync(programme, "run")).Text, StringComparison.Ordinal);
        await ExpectAsync(programme, "running");

        var student = await AtAsync("s1");
        await student.OpenAsync($"{Area}/outbound/plan/{Desk.IdOf(stay)}");
        (await student.SubmitAsync("#plan", new Dictionary<string, string>
        {
            ["coursePlan[0].foreignCourse"] = "Machine Design", ["coursePlan[0].foreignCredits"] = "6", ["coursePlan[0].homeCourse"] = "机械设计", ["coursePlan[0].homeCredits"] = "4",
        })).Expect(200);
        await academic.MoveAsync(stay, "approve-plan", ("planApprovedOn", Today));
        await student.MoveAsync(OwnOf(stay), "depart", ("actualDepart", Today));
        await ExpectAsync(stay, "abroad");
        (await student.SubmitAsync("#check-in-form", new Dictionary<string, string> { ["checkIns[0].place"] = "德国 德累斯顿", ["checkIns[0].safe"] = "true" })).Expect(200);
    }

    private async Task ReturnAsync(string stay)
    {
        var student = await AtAsync("s1");
        await student.MoveAsync(OwnOf(stay), "return", ("actualReturn", Today));
        await ExpectAsync(stay, "back");
        Assert.Equal(new DateTime(2026, 3, 17), await portal.DueAsync(Desk.IdOf(stay), "recognition"));
        await student.MoveAsync(OwnOf(stay), "report", ("report", new string('好', 60)));
    }

    private async Task RecogniseAsync(string stay)
    {
        var student = await AtAsync("s1");
        await student.OpenAsync(OwnOf(stay));
        (await student.SubmitAsync("form[action*='Recognise']")).Expect(200);
        (await student.SubmitAsync("#save", new Dictionary<string, string> { ["lines[0].foreignGrade"] = "B+", ["lines[0].gradeScale"] = "A–F" })).Expect(200);
        var address = student.Page.Url.AbsolutePath;
        (await student.SubmitAsync("#submit-form")).Expect(422);
        Assert.Contains("请上传成绩单", student.Page.Text, StringComparison.Ordinal);
        await student.AttachAsync("transcript");
        await student.SubmitDraftAsync();
        await (await AtAsync("colAh")).PassAsync(address);
        var academic = await AtAsync("aao1");
        await academic.PassAsync(address);
        await academic.OpenAsync($"{Area}/credits/details/{Desk.IdOf(address)}");
        (await academic.SubmitAsync("#decide", new Dictionary<string, string>
        {
            ["decisions[0].homeCredits"] = "3", ["decisions[0].convertedGrade"] = "85", ["decisions[0].decision"] = "partly", ["decisionNo"] = "教认〔2026〕1号", ["decidedOn"] = Today,
        })).Expect(200);
        await ExpectAsync(address, "closed");
        await ExpectAsync(stay, "recognised");
        Assert.Null(await portal.DueAsync(Desk.IdOf(stay), "recognition"));
    }

    private async Task CloseAsync(string programme, string stay)
    {
        var academic = await AtAsync("aao1");
        await academic.MoveAsync(stay, "close");
        await ExpectAsync(stay, "closed");
        Assert.Contains("已办结", (await (await AtAsync("s1")).OpenAsync(OwnOf(stay))).Text, StringComparison.Ordinal);
        await academic.MoveAsync(programme, "close");
        await (await AtAsync("ieo1")).MoveAsync(programme, "archive");
        await ExpectAsync(programme, "archived");
    }

    private static string OwnOf(string stay) => $"{Area}/outbound/details/{Desk.IdOf(stay)}";

    private async Task ExpectAsync(string address, string state) => Assert.Equal(state, await portal.StateAsync(Desk.IdOf(address)));

    private async Task<PortalClient> AtAsync(string account) => _desks.TryGetValue(account, out var open) ? open : _desks[account] = await portal.SignInAsync(account);
}
