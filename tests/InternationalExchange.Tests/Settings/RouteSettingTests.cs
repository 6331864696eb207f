using System.Net;
using Portal.InternationalExchange.Tests.Trips;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Settings;

public sealed class SqliteRouteSettingTests(CaseFixture<Sqlite> portal) : RouteSettingTests<Sqlite>(portal);

public sealed class MariaDbRouteSettingTests(CaseFixture<MariaDb> portal) : RouteSettingTests<MariaDb>(portal);

[Trait("Case", "exchange:regions")]
public abstract class RouteSettingTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Address = "/workbench/records/settings/internationalexchange";
    private const string TripRoute = "form:has(input[name=key][value='route-hmt:exchange.staff-trip'])";

    [Fact]
    public async Task The_home_office_leaves_steps_out_for_Hong_Kong_but_not_those_that_decide_or_vet()
    {
        using var stranger = await portal.SignInAsync("aao1");
        (await stranger.GetAsync(Address)).Expect(HttpStatusCode.NotFound);
        using var office = await portal.SignInAsync("ieo1");
        await office.OpenAsync(Address);
        foreach (var wrong in new[] { "head,ieo,school", "org,ieo,school", "head,org,ieo", "head,org,school,school", "head,org,school,nobody" })
        {
            var refused = (await office.SubmitAsync(TripRoute, new { value = wrong })).Expect(HttpStatusCode.UnprocessableEntity);
            Assert.Contains("不能省去 单位一把手审核、组织部政审、学校审批", refused.Text, StringComparison.Ordinal);
        }

        (await office.SubmitAsync(TripRoute, new { value = "组织部政审、单位一把手审核、学校审批" })).Expect(HttpStatusCode.OK);
        var (regional, abroad) = (await TripAsync("HK"), await TripAsync("abroad"));
        using var college = await portal.SignInAsync("colA1");
        var page = await college.OpenAsync($"/workbench/records/{TripCases.Trip}/{regional}");
        Assert.Contains("按港澳台规定办理（第十二条）", page.Text, StringComparison.Ordinal);
        Assert.Contains("组织部政审 → 单位一把手审核 → 学校审批", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("按港澳台规定办理", (await college.OpenAsync($"/workbench/records/{TripCases.Trip}/{abroad}")).Text, StringComparison.Ordinal);

        Assert.Contains(await portal.WarningsOfSubmitAsync("colA1", regional), warning => warning.Contains("按港澳台规定办理", StringComparison.Ordinal));
        await portal.PassAsync(regional, "org1", "colAh", "sch1");
        Assert.Equal("approved", await portal.StateAsync(regional));
        await portal.As("colA1").SubmitAsync(abroad);
        await portal.PassAsync(abroad, "ieo1", "colAh", "org1", "hr1", "ieo1", "sch1");
        Assert.Equal("approved", await portal.StateAsync(abroad));

        await office.OpenAsync(Address);
        (await office.SubmitAsync(TripRoute, new { value = "" })).Expect(HttpStatusCode.OK);
        var again = await TripAsync("TW");
        await portal.As("colA1").SubmitAsync(again);
        await portal.PassAsync(again, "ieo1", "colAh", "org1", "hr1", "ieo1", "sch1");
        Assert.Equal("approved", await portal.StateAsync(again));
    }

    [Fact]
    public async Task Registers_without_a_region_have_no_route_of_their_own_for_it()
    {
        using var office = await portal.SignInAsync("ieo1");
        var page = await office.OpenAsync(Address);
        Assert.NotNull(page.TryFind("input[name=key][value='route:exchange.graduation-review']"));
        Assert.Null(page.TryFind("input[name=key][value='route-hmt:exchange.graduation-review']"));
    }

    private async Task<long> TripAsync(string region)
    {
        await portal.PutReviewAsync("s1");
        var trip = await portal.DraftTripAsync("2026-07-10", "2026-07-16", ["s1"]);
        await portal.Database.ExecuteAsync("update toolkit_record set region = @region where id = @trip", new { region, trip });
        return trip;
    }
}
