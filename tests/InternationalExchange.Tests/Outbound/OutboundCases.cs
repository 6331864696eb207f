using Microsoft.Extensions.DependencyInjection;
using Portal.InternationalExchange.Outbound;
using Portal.InternationalExchange.Pages.Programmes;
using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Outbound;

/// <summary>Programmes and students of the cases.</summary>
internal static class OutboundCases
{
    public const string Student = "exchange.outbound-student";
    public const string Recognition = "exchange.credit-recognition";
    public const string Grant = "exchange.grant";

    private static int _count;

    /// <summary>A programme that takes applications.</summary>
    public static Task<long> ProgrammeAsync<T>(this CaseFixture<T> portal, string owner = "STU", int places = 5)
        where T : ITestDialect => portal.PutAsync(
            "exchange.outbound-programme",
            owner == "AAO" ? "教务处" : "学工部",
            "open",
            $$"""{"places":{{places}},"ownerOffice":"{{owner}}","creditBearing":{{(owner == "AAO" ? "true" : "false")}},"startOn":"2026-07-01","endOn":"2026-08-15"}""",
            owner,
            $"研修 {Interlocked.Increment(ref _count)}");

    /// <summary>The draft of an application.</summary>
    public static async Task<RecordView> ApplyAsync<T>(this CaseFixture<T> portal, string account, long programme, string? student = null)
        where T : ITestDialect => await portal.As(account).CreateAsync(
            Student,
            ("programme", await portal.NoAsync(programme)),
            ("student", student ?? account),
            ("studentNo", $"2022{account}"),
            ("consent", "true"),
            ("insurance", "平安 100"),
            ("emergencyContact", "父亲 13900000000"));

    /// <summary>A student whose application the college has passed.</summary>
    public static async Task<long> AppliedAsync<T>(this CaseFixture<T> portal, string account, long programme)
        where T : ITestDialect
    {
        var id = (await portal.ApplyAsync(account, programme)).Id;
        await portal.As(account).SubmitAsync(id);
        await portal.As("colAh").DecideAsync(id);
        return id;
    }

    /// <summary>Puts a record into a later state of its life without walking there.</summary>
    public static Task SetStateAsync<T>(this CaseFixture<T> portal, long id, string state)
        where T : ITestDialect => portal.Database.ExecuteAsync("update toolkit_record set state = @state where id = @id", new { id, state });

    /// <summary>The unit had a step of the record's route.</summary>
    public static async Task ReviewedByAsync<T>(this CaseFixture<T> portal, long id, string unit)
        where T : ITestDialect => await portal.Database.ExecuteAsync(
            "insert into toolkit_record_unit (type, unit_id, record_id, role) select type, @unitId, id, 'reviewer' from toolkit_record where id = @id",
            new { id, unitId = await portal.UnitIdAsync(unit) });

    /// <summary>Ranks as the page does: what it shows is what is done.</summary>
    public static Task RankAsync<T>(this CaseFixture<T> portal, string account, long programme)
        where T : ITestDialect => portal.As(account).RunAsync(async services =>
        {
            var shown = await services.GetRequiredService<SelectionQueries>().FindAsync(programme, CancellationToken.None);
            return await services.GetRequiredService<RankApplicantsCommands>().RankAsync(programme, shown!.Ranking.Fingerprint, CancellationToken.None);
        });

    /// <summary>A student who left on 2026-02-02, with an approved study plan unless it is said otherwise.</summary>
    public static async Task<long> AbroadAsync<T>(this CaseFixture<T> portal, string account, bool withPlan = true, string owner = "AAO")
        where T : ITestDialect
    {
        var programme = await portal.ProgrammeAsync(owner);
        var student = await portal.AppliedAsync(account, programme);
        await portal.SetStateAsync(student, "live");
        await portal.SetStateAsync(programme, "running");
        await portal.PutReviewAsync(account);
        if (withPlan && owner == "AAO")
        {
            await portal.As(account).SaveAsync(
                student, ("coursePlan[0].foreignCourse", "Machine Design"), ("coursePlan[0].foreignCredits", "6"), ("coursePlan[0].homeCourse", "机械设计"), ("coursePlan[0].homeCredits", "3"));
            await portal.As("aao1").MoveAsync(student, "approve-plan", ("planApprovedOn", "2026-02-01"));
        }

        await portal.As(account).MoveAsync(student, "depart", ("actualDepart", "2026-02-02"));
        return student;
    }

    /// <summary>The same student, back since 2026-03-01.</summary>
    public static async Task<long> BackAsync<T>(this CaseFixture<T> portal, string account, bool withPlan)
        where T : ITestDialect
    {
        var student = await portal.AbroadAsync(account, withPlan);
        await portal.As(account).MoveAsync(student, "return", ("actualReturn", "2026-03-01"));
        return student;
    }
}
