using System.Net;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Agreements;

public sealed class SqliteRegisterTests(CaseFixture<Sqlite> portal) : RegisterTests<Sqlite>(portal);

public sealed class MariaDbRegisterTests(CaseFixture<MariaDb> portal) : RegisterTests<MariaDb>(portal);

/// <summary>协议台账 and the table by country, over HTTP.</summary>
public abstract class RegisterTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Address = "/internationalexchange/agreements";

    public async Task InitializeAsync()
    {
        if (await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '长期备忘录'") > 0)
            return;
        await portal.ClearAgreementsAsync();
        var dresden = await portal.PartnerAsync("德累斯顿工业大学", "DE");
        var lyon = await portal.PartnerAsync("里昂第二大学", "FR");
        var turin = await portal.PartnerAsync("都灵理工大学", "IT");
        await portal.PutAgreementAsync(new() { Title = "长期备忘录", OpenEnded = true, To = null }, dresden);
        await portal.PutAgreementAsync(new() { Title = "交换协议甲", To = "2026-04-01" }, dresden, lyon);
        await portal.PutAgreementAsync(new() { Title = "交换协议乙", To = "2026-03-01", Unit = "外国语学院" }, lyon);
        await portal.PutAgreementAsync(new() { Title = "=1+1 协议", From = "2026-05-01", Unit = "外国语学院" }, turin);
        await portal.PutAgreementAsync(new() { Title = "待签协议", State = "to-sign", Ours = null, Partners = null }, turin);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_agreement_shows_what_it_is_worth_today_and_for_how_long()
    {
        using var ieo = await portal.SignInAsync("ieo1");
        var page = await ieo.OpenAsync(Address);
        Assert.Equal(["待签协议", "=1+1 协议", "交换协议乙", "交换协议甲", "长期备忘录"], page.Rows("#agreements").Select(row => row[1]));
        Assert.Equal(["待签", "未生效", "已到期", "协议将到期", "有效"], page.Rows("#agreements").Select(row => row[2]));
        Assert.Equal(["—", "—", "—", "30", "—"], page.Rows("#agreements").Select(row => row[4]));
        var near = page.Rows("#agreements")[3];
        Assert.Equal(("德累斯顿工业大学、里昂第二大学", "德国、法国", "学生或教师交流", "2026-02-01 至 2026-04-01", "工程学院"), (near[5], near[6], near[7], near[3], near[8]));
        Assert.Equal(["有效 2份", "协议将到期 1份", "未生效 1份", "已到期 1份", "已终止 0份", "未签署 1份"], page.TextsOf(".counter"));
    }

    [Theory]
    [InlineData("?effect=effective", "交换协议甲,长期备忘录")]
    [InlineData("?effect=expiring", "交换协议甲")]
    [InlineData("?effect=unsigned", "待签协议")]
    [InlineData("?country=FR", "交换协议乙,交换协议甲")]
    [InlineData("?country=FR&effect=expired", "交换协议乙")]
    [InlineData("?partner=都灵", "待签协议,=1+1 协议")]
    [InlineData("?q=备忘录", "长期备忘录")]
    [InlineData("?kind=research", "")]
    public async Task Filters_hold_together(string query, string titles)
    {
        using var ieo = await portal.SignInAsync("ieo1");
        var page = await ieo.OpenAsync(Address + query);
        Assert.Equal(titles.Split(',', StringSplitOptions.RemoveEmptyEntries), page.Rows("#agreements").Select(row => row[1]));
    }

    [Fact]
    public async Task A_unit_filters_by_itself_and_a_college_sees_its_own_only()
    {
        using var ieo = await portal.SignInAsync("ieo1");
        var unit = await portal.UnitIdAsync("外国语学院");
        Assert.Equal(["=1+1 协议", "交换协议乙"], (await ieo.OpenAsync($"{Address}?unit={unit}")).Rows("#agreements").Select(row => row[1]));
        using var college = await portal.SignInAsync("colB1");
        Assert.Equal(["=1+1 协议", "交换协议乙"], (await college.OpenAsync(Address)).Rows("#agreements").Select(row => row[1]));
    }

    [Fact]
    public async Task The_export_has_what_the_filter_shows_and_is_noted()
    {
        using var ieo = await portal.SignInAsync("ieo1");
        await ieo.OpenAsync($"{Address}?effect=not-yet");
        var rows = WorkbookText.Read((await ieo.SubmitAsync("#export")).Content);
        Assert.Equal(["编号", "协议", "效力", "合作机构", "国别", "类别"], rows[0].Take(6));
        var row = Assert.Single(rows.Skip(1));
        Assert.Equal(("=1+1 协议", "未生效", "意大利", "外国语学院"), (row[1], row[2], row[4], row[10]));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where action = '导出协议台账'"));
    }

    [Fact]
    [Trait("Case", "exchange:6")]
    public async Task A_terminated_agreement_is_shown_as_such_with_the_reason()
    {
        var agreement = await portal.PutAgreementAsync(new() { Title = "终止的协议" });
        await portal.As("leg1").MoveForAsync(agreement, "terminate", "外方停止招生", ("terminatedOn", "2026-03-02"));
        using var ieo = await portal.SignInAsync("ieo1");
        var row = Assert.Single((await ieo.OpenAsync($"{Address}?effect=terminated")).Rows("#agreements"));
        Assert.Equal(("终止的协议", "已终止 外方停止招生", "—"), (row[1], row[2], row[4]));
        await portal.Database.ExecuteAsync("delete from toolkit_record where id = @agreement", new { agreement });
    }

    [Fact]
    public async Task Agreements_in_force_stand_in_a_table_by_country()
    {
        using var ieo = await portal.SignInAsync("ieo1");
        var page = await ieo.OpenAsync($"{Address}/countries");
        Assert.Equal([["德国", "2", "1", "1"], ["法国", "1", "1", "1"]], page.Rows("#by-country"));
        Assert.Equal(["交换协议甲", "长期备忘录"], (await ieo.FollowAsync("#by-country tbody tr:first-child a")).Rows("#agreements").Select(row => row[1]));
    }

    [Theory]
    [InlineData("2021020001")]
    [InlineData("org1")]
    public async Task Whoever_the_matrix_gives_nothing_of_agreements_finds_no_register(string account)
    {
        using var visitor = await portal.SignInAsync(account);
        foreach (var address in new[] { Address, $"{Address}/countries" })
            (await visitor.GetAsync(address)).Expect(HttpStatusCode.NotFound);
    }
}
