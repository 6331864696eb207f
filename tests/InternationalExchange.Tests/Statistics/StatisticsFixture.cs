using System.Text.Json.Nodes;
using Portal.InternationalExchange.Tests.Agreements;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Statistics;

/// <summary>A few trips, agreements, students, due dates and plans whose figures can be added up by hand.</summary>
public sealed class StatisticsFixture<TDialect> : IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string College = "工程学院";
    private const string Other = "外国语学院";

    public CaseFixture<TDialect> Portal { get; } = new();

    public async Task InitializeAsync()
    {
        await Portal.InitializeAsync();
        await Portal.ClearAgreementsAsync();
        await TripsAsync();
        await StudentsAsync(await AgreementsAsync());
        await DuesAsync();
        await PlansAsync();
    }

    public Task DisposeAsync() => Portal.DisposeAsync();

    private async Task TripsAsync()
    {
        // 3 × 5 days, 1 × 3 days, 1 × 21 days as planned of somebody still abroad; 2 × 10 days begun the year before.
        await TripAsync(College, "closed", 3, ["US", "CA"], "2026-01-05", "2026-01-05", "2026-01-09", "2026-01-12");
        await TripAsync(Other, "returned-home", 1, ["US"], "2026-01-10", "2026-01-12", "2026-01-14", "2026-01-14");
        await TripAsync(College, "abroad", 1, ["DE"], "2026-02-20", "2026-02-20", null, "2026-03-12");
        await TripAsync(College, "closed", 2, ["GB"], "2026-01-04", "2025-12-28", "2026-01-06", "2026-01-06");
        await TripAsync(College, "approved", 4, ["JP"], "2026-05-01", null, null, "2026-05-06");
        await TripAsync(College, "cancelled", 4, ["JP"], "2026-02-01", null, null, "2026-02-06");
    }

    private async Task TripAsync(string unit, string state, int members, string[] countries, string departOn, string? departed, string? returned, string returnOn)
    {
        var values = new JsonObject
        {
            ["members"] = new JsonArray([.. Enumerable.Range(0, members).Select(_ => new JsonObject { ["role"] = "member" })]),
            ["countries"] = new JsonArray([.. countries.Select(country => (JsonNode)country)]),
            ["departOn"] = departOn,
            ["returnOn"] = returnOn,
        };
        if (departed is not null)
            values["actualDepartOn"] = departed;
        if (returned is not null)
            values["actualReturnOn"] = returned;
        await StartAsync(await Portal.PutAsync("exchange.staff-trip", unit, state, values.ToJsonString()), departOn);
    }

    private async Task<long> AgreementsAsync()
    {
        var (dresden, lyon) = (await Portal.PartnerAsync("德累斯顿工业大学", "DE"), await Portal.PartnerAsync("里昂第二大学", "FR"));
        await Portal.PutAgreementAsync(new() { Unit = College }, dresden);
        await Portal.PutAgreementAsync(new() { Unit = Other, To = "2026-05-01" }, dresden, lyon);
        await Portal.PutAgreementAsync(new() { Unit = Other, To = "2026-03-01" }, lyon);
        return dresden;
    }

    private async Task StudentsAsync(long partner)
    {
        var programme = await Portal.PutAsync(AgreementSamples.Programme, College, "running", "{}", "STU");
        await Portal.LinkAsync(programme, "partner", partner);
        foreach (var (unit, planned, departed, hasProgramme) in new[] { (College, "2025-09-01", "2025-09-02", true), (College, "2026-02-01", "2026-02-03", true), (Other, "2026-02-01", "2026-02-03", false), (Other, "2026-04-01", null, true) })
        {
            var student = await Portal.PutAsync("exchange.outbound-student", unit, "abroad", departed is null ? "{}" : new JsonObject { ["actualDepart"] = departed }.ToJsonString(), "STU");
            await StartAsync(student, planned);
            if (hasProgramme)
                await Portal.LinkAsync(student, "programme", programme);
        }

        foreach (var (nationality, arrived, college) in new[] { ("DE", "2026-02-20", College), ("VN", "2026-02-21", Other), ("VN", null, College) })
        {
            var student = await Portal.PutAsync("exchange.intl-student", "国际教育学院", "registered", new JsonObject { ["nationality"] = nationality }.ToJsonString(), "status");
            await StartAsync(student, arrived);
            await Portal.Database.ExecuteAsync(
                "insert into toolkit_record_unit (type, unit_id, record_id, role) values ('exchange.intl-student', @unit, @student, 'partner')", new { unit = await Portal.UnitIdAsync(college), student });
        }
    }

    private async Task DuesAsync()
    {
        // In time, late, still open; in time; not yet due; of another year.
        foreach (var (unit, due, done) in new[] { (College, "2026-01-20", "2026-01-20 15:59:59"), (College, "2026-01-21", "2026-01-21 16:00:00"), (College, "2026-02-20", null), (Other, "2026-02-21", "2026-02-01 01:00:00"), (College, "2026-03-20", null), (College, "2025-12-20", null) })
        {
            await Portal.Database.ExecuteAsync(
                """
                insert into toolkit_record_due (record_id, due_key, type, unit_id, owner_id, due_at, is_open, done_at, rests_on)
                values (@id, 'summary', 'exchange.staff-trip', @unitId, 1, @due, @isOpen, @done, '')
                """,
                new
                {
                    id = await Portal.PutAsync("exchange.staff-trip", unit, done is null ? "returned-home" : "closed", "{}"),
                    unitId = await Portal.UnitIdAsync(unit),
                    due = $"{due} 16:00:00",
                    isOpen = done is null,
                    done,
                });
        }
    }

    private async Task PlansAsync()
    {
        await PlanAsync("annual", "approved", """{"items":[{"goal":"甲"},{"goal":"乙"},{"goal":"丙"}]}""");
        await PlanAsync("summary", "in-review", """{"items":[{"goal":"甲","result":"完成"},{"goal":"乙","result":"完成"},{"goal":"丙"}]}""");
        await PlanAsync("annual", "rejected", """{"items":[{"goal":"丁"}]}""");
    }

    private async Task PlanAsync(string kind, string state, string data)
    {
        var id = await Portal.PutAsync("exchange.work-plan", College, state, data, "unit");
        await Portal.Database.ExecuteAsync("update toolkit_record set kind = @kind where id = @id", new { kind, id });
    }

    private Task<int> StartAsync(long id, string? day) => Portal.Database.ExecuteAsync("update toolkit_record set start_on = @day where id = @id", new { day, id });
}
