using System.Net;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Pages;

public sealed class SqliteRecordPageTests(CaseFixture<Sqlite> portal) : RecordPageTests<Sqlite>(portal);

public sealed class MariaDbRecordPageTests(CaseFixture<MariaDb> portal) : RecordPageTests<MariaDb>(portal);

public abstract class RecordPageTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Trips = "/workbench/records/exchange.staff-trip";
    private const string Orders = "/workbench/records/exchange.logistics-order";

    [Fact]
    [Trait("Case", "exchange:8")]
    public async Task A_draft_of_another_college_does_not_exist()
    {
        var trip = await portal.PutAsync("exchange.staff-trip", CaseFixture<TDialect>.College, "draft", "{}", title: "赴德访问计划");
        using var client = await portal.SignInAsync("colB1");
        (await client.GetAsync($"{Trips}/{trip}")).Expect(404);
        Assert.DoesNotContain("赴德访问计划", client.Page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("赴德访问计划", (await client.OpenAsync(Trips)).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:43")]
    public async Task Of_two_who_approve_at_once_one_is_told_to_look_again()
    {
        var award = await portal.As("colA1").SubmitNewAsync("exchange.award", ("title", "表彰国际交流先进"), ("unitHead", "colAh"), ("subject", "person"), ("people", "colA1"), ("facts", "推动三个合作项目落地"));
        using var one = await portal.SignInAsync("ieo1");
        using var other = await portal.SignInAsync("ieoh");
        foreach (var client in new[] { one, other })
            await client.OpenAsync($"/workbench/records/exchange.award/{award.Id}");
        var answers = await Task.WhenAll(new[] { one, other }.Select(client => Task.Run(() => client.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "同意" }))));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.Contains("记录已被更新，请刷新", answers.Single(answer => answer.Status == HttpStatusCode.Conflict).Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record_event where record_id = @Id and label like '%通过%'", new { award.Id }));
    }

    [Fact]
    [Trait("Case", "exchange:45")]
    public async Task A_title_that_is_a_script_is_shown_as_text()
    {
        var order = await portal.As("colA1").CreateAsync("exchange.logistics-order", ("title", "<script>alert(1)</script>"), ("kind", "property"));
        using var client = await portal.SignInAsync("colA1");
        Assert.Contains("<script>alert(1)</script>", (await client.OpenAsync($"{Orders}/{order.Id}")).TextOf("h1"), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", (await client.OpenAsync(Orders)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", client.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:46")]
    public async Task State_and_unit_are_not_to_be_posted()
    {
        var order = await portal.As("colA1").CreateAsync("exchange.logistics-order", ("title", "换灯"), ("kind", "property"));
        using var client = await portal.SignInAsync("colA1");
        await client.OpenAsync($"{Orders}/{order.Id}/edit");
        var post = client.Page.FindAll("#record-form input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        (post["title"], post["kind"], post["state"], post["unit"], post["unitId"]) = ("换两盏灯", "property", "active", "国际交流处", $"{await portal.UnitIdAsync("国际交流处")}");
        await client.PostAsync($"{Orders}/{order.Id}/edit", post);
        var row = Assert.Single(await portal.Database.QueryAsync<string>("select state from toolkit_record where id = @Id and unit_id = @UnitId and title = '换两盏灯'", new { order.Id, order.UnitId }));
        Assert.Equal("draft", row);
    }

    [Fact]
    [Trait("Case", "exchange:48")]
    public async Task Switched_off_for_one_office_the_module_is_gone_there_and_nowhere_else()
    {
        var order = await portal.As("colA1").SubmitNewAsync("exchange.logistics-order", ("title", "食堂清真窗口"), ("kind", "canteen"), ("need", "增设窗口"), ("dueOn", "2026-05-01"));
        using var logistics = await portal.SignInAsync("log1");
        await logistics.OpenAsync($"{Orders}/{order.Id}");
        await SwitchAsync("off");
        (await logistics.GetAsync($"{Orders}/{order.Id}")).Expect(404);
        (await logistics.GetAsync(Orders)).Expect(404);
        Assert.DoesNotContain("后勤保障", (await logistics.OpenAsync("/")).TextOf("nav"), StringComparison.Ordinal);
        using var college = await portal.SignInAsync("colA1");
        await college.OpenAsync($"{Orders}/{order.Id}");
        await SwitchAsync("");
        Assert.Contains("食堂清真窗口", (await logistics.OpenAsync(Orders)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:50")]
    public async Task Without_session_or_token_nothing_happens_and_reading_changes_nothing()
    {
        var order = await portal.As("colA1").CreateAsync("exchange.logistics-order", ("title", "修空调"), ("kind", "property"), ("need", "修空调"), ("dueOn", "2026-04-01"));
        using var stranger = portal.Browse();
        Assert.NotNull((await stranger.GetAsync($"{Orders}/{order.Id}")).TryFind("input[type=password]"));
        using var client = await portal.SignInAsync("colA1");
        (await client.PostAsync($"{Orders}/{order.Id}?handler=Submit", new Dictionary<string, string> { ["_version"] = "1" })).Expect(HttpStatusCode.BadRequest);
        await client.GetAsync($"{Orders}/{order.Id}?handler=Submit&_version=1");
        Assert.Equal("draft", await portal.StateAsync(order.Id));
    }

    private async Task SwitchAsync(string state)
    {
        using var administrator = await portal.SignInAsync("admin");
        await administrator.OpenAsync($"/organisation/switches?unit={await portal.UnitIdAsync("后勤处")}");
        await administrator.SubmitAsync("section[aria-label='国际交流与合作'] form", new { state });
    }
}
