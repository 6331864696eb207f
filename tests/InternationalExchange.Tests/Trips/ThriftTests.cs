using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Tests.Trips;

public sealed class SqliteThriftTests(CaseFixture<Sqlite> portal) : ThriftTests<Sqlite>(portal);

public sealed class MariaDbThriftTests(CaseFixture<MariaDb> portal) : ThriftTests<MariaDb>(portal);

/// <summary>Budget and cost (Art. 3), secrecy (Art. 11) and the days of publicity.</summary>
public abstract class ThriftTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_trip_is_closed_with_what_it_cost_and_more_than_its_budget_is_explained()
    {
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
        await portal.StaffAsync(("wang", "王芳"));
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["wang"]);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 17));
        await portal.As("colA1").MoveAsync(trip, "depart", ("actualDepartOn", "2026-05-10"));
        await portal.As("colA1").MoveAsync(trip, "return", ("actualReturnOn", "2026-05-16"));
        await portal.SummariseAsync(trip);
        Assert.Equal("还没有登记实际支出（第三条）", await RefusedAsync(trip));
        await portal.As("colA1").SaveAsync(trip, ("actualCost", "51000"));
        Assert.Equal("实际支出 51,000.00 元超过预算 50,000.00 元，须填写超支说明（第三条）", await RefusedAsync(trip));
        using var college = await portal.SignInAsync("colA1");
        Assert.Contains("实际支出 51,000.00 元，预算 50,000.00 元，须有超支说明", (await college.OpenAsync($"/workbench/records/{TripCases.Trip}/{trip}")).TextOf("#trip-tasks"), StringComparison.Ordinal);
        await portal.As("colA1").SaveAsync(trip, ("overspend", "航班改签"));
        Assert.Equal("closed", (await portal.As("colA1").MoveAsync(trip, "close")).State);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
    }

    [Fact]
    public async Task Publicity_is_counted_by_the_calendar_of_the_school()
    {
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
        await SetAsync(new(2026, 4, 6), false, "清明节");
        await SetAsync(new(2026, 4, 11), true, "清明节调休");
        await portal.StaffAsync(("zhao", "赵刚"));
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["zhao"]);
        await portal.As("colA1").SaveAsync(trip, ("publicFrom", "2026-04-03"), ("publicTo", "2026-04-09"));
        Assert.Contains("出访前公示不足5个工作日（第六条四）", await WarningsAsync(trip, "take-documents"));

        // Friday, Tuesday to Friday, and the Saturday on which people work.
        var other = await portal.ApprovedTripAsync("2026-06-10", "2026-06-16", ["zhao"]);
        await portal.As("colA1").SaveAsync(other, ("publicFrom", "2026-04-07"), ("publicTo", "2026-04-11"));
        Assert.DoesNotContain(await WarningsAsync(other, "take-documents"), warning => warning.Contains("公示", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_journey_without_a_review_of_secrecy_is_warned_of_and_refused_where_the_home_office_says_so()
    {
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
        await portal.StaffAsync(("sun", "孙敏"));
        var (plain, strict) = (await portal.ApprovedTripAsync("2026-04-10", "2026-04-16", ["sun"]), await portal.ApprovedTripAsync("2026-08-10", "2026-08-16", ["sun"]));
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 4, 10));
        Assert.Contains("还没有通过涉外保密审查（第十一条）", await WarningsAsync(plain, "depart", ("actualDepartOn", "2026-04-10")));
        await portal.SetSettingAsync("confidentiality.strict", "true");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").MoveAsync(strict, "depart", ("actualDepartOn", "2026-04-10")));
        Assert.Equal("还没有通过涉外保密审查（第十一条）", refused.Message);
        var review = await portal.As("colA1").SubmitNewAsync(
            "exchange.confidentiality-review",
            ("title", "出访材料"), ("unitHead", "colAh"), ("target", "trip"), ("trip", await portal.NoAsync(strict)), ("pledge", "true"),
            ("materials[0].name", "报告"), ("materials[0].carrier", "file"), ("materials[0].secrecy", "public"));
        await portal.PassAsync(review.Id, "colAh", "ieo1");
        await portal.As("ieo1").MoveAsync(review.Id, "close", ("result", "allowed"));
        Assert.Equal("abroad", (await portal.As("colA1").MoveAsync(strict, "depart", ("actualDepartOn", "2026-04-10"))).State);
        await portal.ClearSettingsAsync();
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
    }

    private async Task<string> RefusedAsync(long trip) => (await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").MoveAsync(trip, "close"))).Message;

    private Task<IReadOnlyList<string>> WarningsAsync(long trip, string move, params (string Field, string Value)[] typed) => portal.WarningsOfMoveAsync("colA1", trip, move, typed);

    private Task<int> SetAsync(DateOnly day, bool isWorkingDay, string name) => portal.As("admin").RunAsync(async services => await services.GetRequiredService<CalendarCommands>().SaveAsync(
        day, day, isWorkingDay, name, await services.GetRequiredService<CalendarQueries>().VersionAsync(CancellationToken.None), CancellationToken.None));
}
