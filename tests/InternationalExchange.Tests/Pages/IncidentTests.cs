using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Pages;

public sealed class SqliteIncidentTests(CaseFixture<Sqlite> portal) : IncidentTests<Sqlite>(portal);

public sealed class MariaDbIncidentTests(CaseFixture<MariaDb> portal) : IncidentTests<MariaDb>(portal);

[Trait("Case", "exchange:39")]
public abstract class IncidentTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string List = "/workbench/records/exchange.incident";

    [Fact]
    public async Task A_major_incident_reaches_office_and_school_and_nobody_whom_it_does_not_concern()
    {
        var incident = await portal.As("colA1").SubmitNewAsync(
            "exchange.incident",
            ("title", "外教突发疾病送医"),
            ("unitHead", "colAh"),
            ("category", "teacher"),
            ("gravity", "major"),
            ("occurredAt", "2026-03-02 08:30"),
            ("persons[0].name", "Thomas Miller"),
            ("persons[0].role", "外籍教师"),
            ("facts", "课间晕倒，已由急救车送往市医院"));
        foreach (var account in new[] { "ieo1", "sch1" })
        {
            using var told = await portal.SignInAsync(account);
            var notices = await told.OpenAsync("/workbench/notices");
            Assert.Contains("有新的重大事项报告", notices.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("突发疾病", notices.Text, StringComparison.Ordinal);
            Assert.Contains("课间晕倒", (await told.OpenAsync($"{List}/{incident.Id}")).Text, StringComparison.Ordinal);
        }

        foreach (var account in new[] { "colB1", "log1" })
        {
            using var other = await portal.SignInAsync(account);
            (await other.GetAsync($"{List}/{incident.Id}")).Expect(404);
            Assert.DoesNotContain("突发疾病", other.Page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("突发疾病", (await other.OpenAsync(List)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(incident.No, (await other.OpenAsync($"{List}?q={incident.No}")).FindAll("tbody tr").Select(row => row.TextContent).FirstOrDefault() ?? "", StringComparison.Ordinal);
        }

        await portal.As("ieo1").MoveAsync(incident.Id, "handle");
        await portal.As("sec1").SaveAsync(incident.Id, ("actions[0].at", "2026-03-02 09:00"), ("actions[0].by", "雷震"), ("actions[0].text", "联系医院和使领馆"));
        await portal.As("ieo1").MoveAsync(incident.Id, "close", ("result", "已康复出院"));
        Assert.Equal("closed", await portal.StateAsync(incident.Id));
    }
}
