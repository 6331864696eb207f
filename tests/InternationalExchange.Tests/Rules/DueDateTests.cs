using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Rules;

public sealed class SqliteDueDateTests(CaseFixture<Sqlite> portal) : DueDateTests<Sqlite>(portal);

public sealed class MariaDbDueDateTests(CaseFixture<MariaDb> portal) : DueDateTests<MariaDb>(portal);

/// <summary>Each due date of domain §2.4 with its default, by the last day on which it is in time.</summary>
public abstract class DueDateTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly (string Type, string Facet, string State, string Data, string Key, string LastDay)[] _dues =
    [
        ("exchange.work-plan", "unit", "draft", """{"kind":"annual","scope":"unit"}""", "plan", "2025-12-26"),
        ("exchange.work-plan", "unit", "draft", """{"kind":"summary","scope":"unit"}""", "report", "2026-12-31"),
        ("exchange.work-plan", "unit", "approved", """{"kind":"annual","scope":"unit"}""", "summary", "2026-12-31"),
        ("exchange.agreement", "", "signed", """{"expiresOn":"2027-05-31"}""", "expiry", "2027-05-31"),
        ("exchange.project", "teaching", "active", """{"kind":"exchange","endOn":"2026-12-31","milestones":[{"name":"一","dueOn":"2026-04-30","doneOn":"2026-04-01"},{"name":"二","dueOn":"2026-06-30"}]}""", "milestone", "2026-06-30"),
        ("exchange.event", "", "draft", """{"startOn":"2026-09-01","endOn":"2026-09-03"}""", "apply", "2026-05-04"),
        ("exchange.event", "", "held", """{"startOn":"2026-09-01","endOn":"2026-09-03"}""", "report", "2026-11-02"),
        ("exchange.staff-trip", "", "draft", """{"countries":["TH"],"departOn":"2026-07-01","returnOn":"2026-07-05"}""", "apply", "2026-05-02"),
        ("exchange.staff-trip", "", "draft", """{"countries":["US"],"departOn":"2026-07-01","returnOn":"2026-07-05"}""", "apply", "2026-04-02"),
        ("exchange.staff-trip", "", "draft", """{"countries":["TH","VN"],"visas":2,"departOn":"2026-07-01","returnOn":"2026-07-05"}""", "apply", "2026-04-02"),
        ("exchange.staff-trip", "", "returned-home", """{"departOn":"2026-05-10","returnOn":"2026-05-16","actualReturnOn":"2026-05-17"}""", "summary", "2026-06-01"),
        ("exchange.travel-document", "official", "out", """{"kind":"official-passport","owedFrom":"2026-05-16"}""", "return-official", "2026-05-23"),
        ("exchange.travel-document", "private", "expected", """{"kind":"private-passport","rank":"middle","appointedOn":"2026-03-02"}""", "hand-in", "2026-03-09"),
        ("exchange.travel-document", "private", "out", """{"kind":"private-passport","rank":"middle","owedFrom":"2026-05-16"}""", "return-private", "2026-05-26"),
        ("exchange.outbound-student", "AAO", "back", """{"creditBearing":true,"actualReturn":"2026-06-30"}""", "recognition", "2026-07-14"),
        ("exchange.outbound-student", "AAO", "abroad", """{"creditBearing":true,"actualDepart":"2026-03-01","coursesChosenOn":"2026-03-10"}""", "course-change", "2026-03-24"),
        ("exchange.outbound-student", "STU", "abroad", """{"actualDepart":"2026-03-01"}""", "check-in", "2026-03-08"),
        ("exchange.foreign-teacher", "", "in-post", """{"contractFrom":"2025-09-01","contractTo":"2026-08-31"}""", "yearly-evaluation", "2026-09-01"),
        ("exchange.foreign-teacher", "", "in-post", """{"contractFrom":"2025-09-01","contractTo":"2026-08-31"}""", "contract-evaluation", "2026-07-02"),
        ("exchange.immigration-doc", "permit", "to-apply", """{"kind":"residence","holderType":"teacher","enteredOn":"2026-09-01"}""", "apply", "2026-10-01"),
        ("exchange.immigration-doc", "permit", "applied", """{"kind":"residence","holderType":"teacher","appliedOn":"2026-09-01"}""", "decision", "2026-09-16"),
        ("exchange.immigration-doc", "permit", "valid", """{"kind":"residence","holderType":"teacher","expiresOn":"2026-08-31"}""", "renew", "2026-08-01"),
        ("exchange.immigration-doc", "temporary", "to-apply", """{"kind":"temporary","holderType":"student","checkedInAt":"2026-09-01T06:00:00Z"}""", "register-student", "2026-09-02"),
        ("exchange.intl-student", "status", "registered", """{"kind":"degree","name":"X","registeredOn":"2026-03-01"}""", "counsellor", "2026-03-01"),
        ("exchange.logistics-order", "", "active", """{"dueOn":"2026-05-01"}""", "done", "2026-05-01"),
        ("exchange.coordination-meeting", "", "active", """{"actions":[{"text":"甲","dueOn":"2026-04-01","done":true},{"text":"乙","dueOn":"2026-04-20"}]}""", "actions", "2026-04-20"),
    ];

    [Fact]
    public async Task Every_due_date_is_computed_from_its_field()
    {
        var wrong = new List<string>();
        foreach (var (type, facet, state, data, key, lastDay) in _dues)
        {
            var id = await portal.PutAsync(type, CaseFixture<TDialect>.College, state, data, facet);
            await portal.TouchAsync(id);
            if (await portal.DueAsync(id, key) is not { } due || $"{due.AddTicks(-1):yyyy-MM-dd}" != lastDay)
                wrong.Add($"{type} {key}: {await portal.DueAsync(id, key)}, expected {lastDay}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_approved_change_of_its_field_moves_a_due_date_and_an_open_one_does_not()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var id = (await portal.As("colA1").CreateAsync(
            "exchange.event",
            ("title", "报告会"), ("unitHead", "colAh"), ("kind", "talk"), ("nameEn", "Talk"), ("hosts", "工程学院"), ("place", "报告厅"), ("startOn", "2026-09-01"), ("endOn", "2026-09-01"),
            ("funding", "学院经费"), ("ngo", "false"), ("pledge", "true"))).Id;
        await portal.FilesAsync(id, "agenda");
        await portal.As("colA1").SubmitAsync(id);
        await portal.PassAsync(id, "colAh", "ieo1", "sch1");
        await portal.As("colA1").MoveAsync(id, "activate");
        Assert.Equal(new DateTime(2026, 11, 1), await portal.DueAsync(id, "report"));
        await portal.As("colA1").AmendAsync(id, "嘉宾改期", ("endOn", "2026-09-10"));
        Assert.Equal(new DateTime(2026, 11, 1), await portal.DueAsync(id, "report"));
        await portal.PassChangeAsync(id, "colAh", "ieo1", "sch1");
        Assert.Equal(new DateTime(2026, 11, 10), await portal.DueAsync(id, "report"));
    }

    [Fact]
    public async Task Owner_and_unit_are_reminded_before_on_the_day_and_each_week_after_and_the_home_office_from_the_seventh_day_late()
    {
        var id = await portal.PutAsync(
            "exchange.project", CaseFixture<TDialect>.College, "active", """{"kind":"exchange","endOn":"2027-12-31","milestones":[{"name":"一","dueOn":"2026-04-13"}]}""", "teaching", "提醒的项目");
        await portal.Database.ExecuteAsync("update toolkit_record set owner_id = @owner where id = @id", new { id, owner = await portal.PersonIdAsync("colA1") });
        await portal.Database.ExecuteAsync("update toolkit_record_due set remind_at = null");
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        await portal.TouchAsync(id);
        var (owner, college, office) = (await portal.PersonIdAsync("colA1"), await portal.UnitIdAsync(CaseFixture<TDialect>.College), await portal.UnitIdAsync("国际交流处"));
        var told = new Dictionary<string, List<string>> { ["owner"] = [], ["college"] = [], ["office"] = [] };
        for (var day = new DateOnly(2026, 3, 2); day <= new DateOnly(2026, 4, 30); day = day.AddDays(1))
        {
            portal.Clock.Set(ExchangeFixture<TDialect>.Day(day.Year, day.Month, day.Day));
            await portal.Database.ExecuteAsync("delete from toolkit_notice");
            await RemindAsync();
            Note("owner", "person_id = @owner");
            Note("college", "unit_id = @college");
            Note("office", "unit_id = @office");

            void Note(string who, string condition)
            {
                if (portal.Database.ScalarAsync<long>($"select count(*) from toolkit_notice where text like '%提醒的项目%' and {condition}", new { owner, college, office }).GetAwaiter().GetResult() > 0)
                    told[who].Add($"{day:MM-dd}");
            }
        }

        string[] expected = ["03-14", "03-30", "04-06", "04-12", "04-13", "04-20", "04-27"];
        Assert.Equal(expected, told["owner"]);
        Assert.Equal(expected, told["college"]);
        Assert.Equal(["04-20", "04-27"], told["office"]);
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
    }

    private async Task RemindAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IBackgroundTask>().Single(task => task.GetType().Name == "DueReminderTask").DoWorkAsync(scope.ServiceProvider, CancellationToken.None);
    }
}
