using System.Net;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqliteTrackingTests(CaseFixture<Sqlite> portal) : TrackingTests<Sqlite>(portal);

public sealed class MariaDbTrackingTests(CaseFixture<MariaDb> portal) : TrackingTests<MariaDb>(portal);

[Trait("Case", "exchange:students-abroad")]
public abstract class TrackingTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Tracking = "/internationalexchange/outbound/tracking";

    [Fact]
    public async Task The_office_sees_who_is_abroad_who_is_silent_and_how_to_reach_them()
    {
        await portal.AbroadAsync("s1");
        var calm = await portal.AbroadAsync("s2", owner: "STU");
        await portal.As("s2").SaveAsync(calm, ("checkIns[0].on", "2026-03-01"), ("checkIns[0].place", "法国 里昂"), ("checkIns[0].safe", "true"));
        using var office = await portal.SignInAsync("stu1");
        await office.OpenAsync(Tracking);
        Assert.Equal(["学生1", "学生2"], office.Page.TextsOf("#tracking tbody th"));
        Assert.Contains("逾期 21 天未签到", office.Page.TextOf("#tracking"), StringComparison.Ordinal);
        Assert.DoesNotContain("13900000000", office.Page.Text, StringComparison.Ordinal);
        await office.SubmitAsync("#contacts");
        Assert.Contains("父亲 13900000000", office.Page.TextOf("#tracking"), StringComparison.Ordinal);
        Assert.Null(office.Page.TryFind("#contacts"));
        var noted = Assert.Single(await portal.Database.QueryAsync<string>("select after_json from portal_audit where action = '查看在外学生联系方式'"));
        Assert.Contains("\"人数\":2", noted, StringComparison.Ordinal);
        Assert.Equal(["学生1"], (await office.OpenAsync($"{Tracking}?show=late")).TextsOf("#tracking tbody th"));
        var file = await office.SubmitAsync("#export");
        Assert.StartsWith("application/vnd.openxml", file.Response.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);

        await office.OpenAsync(Tracking);
        Assert.Contains("/workbench/records/", (await office.FollowAsync("#tracking tbody th a")).Expect(200).Url.AbsolutePath, StringComparison.Ordinal);

        using var academic = await portal.SignInAsync("aao1");
        Assert.Equal(["学生1"], (await academic.OpenAsync(Tracking)).TextsOf("#tracking tbody th"));
        using var leader = await portal.SignInAsync("sch1");
        Assert.DoesNotContain("13900000000", (await leader.OpenAsync(Tracking)).Text, StringComparison.Ordinal);
        Assert.Null(leader.Page.TryFind("#contacts"));
        using var other = await portal.SignInAsync("colB1");
        Assert.Null((await other.OpenAsync(Tracking)).TryFind("#tracking"));
        using var logistics = await portal.SignInAsync("log1");
        Assert.Equal(HttpStatusCode.Forbidden, (await logistics.GetAsync(Tracking)).Status);
    }
}
