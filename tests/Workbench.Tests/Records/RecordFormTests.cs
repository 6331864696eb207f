using System.Net;
using Portal.Testing;

namespace Workbench.Tests.Records;

public abstract class RecordFormTests<TDialect>(FairFixture<TDialect> portal) : IClassFixture<FairFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Fairs = FairFixture<TDialect>.Fairs;
    private static readonly string[] _topics = ["a", "b"];
    private static readonly string[] _countries = ["法国", "jp"];

    [Fact]
    public async Task A_draft_may_be_incomplete_and_submitting_says_what_is_missing_beside_each_field()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        Assert.Equal("钱经办（clerk）", client.Page.Find("#owner").GetAttribute("value"));
        (await client.SubmitAsync("button[name=_submit]", new { title = "只有标题", unitHead = "" })).Expect(422);
        Assert.Equal("只有标题", client.Page.Find("#title").GetAttribute("value"));
        Assert.Contains("草稿已保存，编号 ZL-2026-", client.Page.TextOf("#problem"), StringComparison.Ordinal);
        Assert.Contains("请填写单位一把手（第四条）", client.Page.TextOf("#unitHead-hint"), StringComparison.Ordinal);
        Assert.Contains("请填写开始日期", client.Page.TextOf("#startOn-hint"), StringComparison.Ordinal);
        Assert.Contains("请上传议程", client.Page.TextOf(".error-summary"), StringComparison.Ordinal);

        // The second attempt goes on with the draft that was saved.
        (await client.SubmitAsync("#save", new { startOn = "2026-05-01" })).Expect(200);
        Assert.Contains("草稿", client.Page.TextOf(".state"), StringComparison.Ordinal);
        Assert.Contains("2026-05-01", client.Page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '只有标题'"));
        (await client.SubmitAsync("#submit-form")).Expect(422);
        await client.FollowAsync("去补全内容");
        Assert.Contains("请填写结束日期", client.Page.TextOf("#endOn-hint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_stays_as_it_was_typed()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        var values = new Dictionary<string, object?>
        {
            ["title"] = "填错的", ["unitHead"] = "nobody", ["startOn"] = "五月", ["year"] = "1066", ["guests[0].name"] = "Ann", ["guests[0].country"] = "Atlantis", ["countries"] = new[] { "法国", "Nowhere" },
        };
        (await client.SubmitAsync("#save", values)).Expect(422);
        Assert.Contains("没有账号“nobody”的人员", client.Page.TextOf("#unitHead-hint"), StringComparison.Ordinal);
        Assert.Contains("须为日期", client.Page.TextOf("#startOn-hint"), StringComparison.Ordinal);
        Assert.Contains("Atlantis", client.Page.TextOf("#guests_0__country-hint"), StringComparison.Ordinal);
        Assert.Equal("五月", client.Page.Find("#startOn").GetAttribute("value"));
        Assert.Equal("Atlantis", client.Page.Find("#guests_0__country").GetAttribute("value"));
        Assert.Equal("Nowhere", client.Page.Find("#countries-2").GetAttribute("value"));
        Assert.Equal("#guests_0__country", client.Page.FindAll(".error-summary a").First(link => link.TextContent.Contains("Atlantis", StringComparison.Ordinal)).GetAttribute("href"));
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '填错的'"));
    }

    [Fact]
    public async Task Rows_come_and_go_by_buttons_without_a_script_and_without_saving()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        (await client.SubmitAsync("button[value=guests]", new Dictionary<string, object?> { ["title"] = "加行", ["guests[0].name"] = "甲", ["guests[0].country"] = "法国" })).Expect(200);
        Assert.Equal(2, client.Page.FindAll("[data-record-row]").Count);
        Assert.Equal("加行", client.Page.Find("#title").GetAttribute("value"));
        (await client.SubmitAsync("button[value=guests]", new Dictionary<string, object?> { ["guests[1].name"] = "乙", ["guests[1].country"] = "DE" })).Expect(200);
        (await client.SubmitAsync("button[value='guests[0]']")).Expect(200);
        Assert.Equal(["乙", ""], client.Page.FindAll("input[name$='.name']").Select(input => input.GetAttribute("value")));
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '加行'"));
        (await client.SubmitAsync("#save")).Expect(200);
        Assert.Equal(["乙", "德国", ""], client.Page.Rows("section[aria-labelledby=facts] table").Single().Select(cell => cell == "—" ? "" : cell));
    }

    [Fact]
    public async Task Conditional_fields_carry_their_rule_for_the_script_and_in_words()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        Assert.Equal("ngo=true", client.Page.Find("[data-show-when]:has(#filingNo)").GetAttribute("data-show-when"));
        Assert.Contains("“境外组织参与”为“是”时填写", client.Page.TextOf("#filingNo-hint"), StringComparison.Ordinal);
        Assert.Equal("kind=trade&ngo=true", client.Page.Find("[data-show-when]:has(#licence)").GetAttribute("data-show-when"));

        Assert.Equal("closed=false|closed=", client.Page.Find("[data-show-when]:has(#ticket)").GetAttribute("data-show-when"));
        Assert.Contains("“不对外”为“是”时不填", client.Page.TextOf("#ticket-hint"), StringComparison.Ordinal);

        // Without a script they are all there, and only those that apply are asked for.
        (await client.SubmitAsync("button[name=_submit]", new { title = "条件", kind = "art", ngo = "true" })).Expect(422);
        Assert.Contains("请填写备案号", client.Page.TextOf("#filingNo-hint"), StringComparison.Ordinal);
        Assert.DoesNotContain("请填写", client.Page.TextOf("#licence-hint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_value_comes_back_as_it_was_saved()
    {
        using var client = await portal.SignInAsync("clerk");
        var places = await portal.Database.QueryAsync<string>("select name from organisation_unit where name in ('美术学院', '音乐学院') order by name");
        var ids = await portal.Database.QueryAsync<long>("select id from organisation_unit where name in ('美术学院', '音乐学院') order by name");
        var address = await portal.DraftAsync(client, "各种字段", values =>
        {
            values["ngo"] = "false";
            values["topics"] = _topics;
            values["countries"] = _countries;
            values["places"] = ids.Select(id => $"{id}").ToArray();
            values["opensAt"] = "2026-05-01T09:30";
            values["contactNo"] = "E12345678";
            values["guests[0].name"] = "Ann";
            values["guests[0].country"] = "US";
            values["guests[0].passport"] = "P99887766";
        });
        var facts = client.Page.TextOf("section[aria-labelledby=facts]");
        foreach (var text in new[] { "美术", "否", "绘画、雕塑", "法国、日本", string.Join("、", places), "2026-05-01 09:30", "E12345678", "P99887766" })
            Assert.Contains(text, facts, StringComparison.Ordinal);
        await client.OpenAsync($"{address}/edit");
        Assert.Equal("2026-05-01T09:30", client.Page.Find("#opensAt").GetAttribute("value"));
        var before = await portal.Database.ScalarAsync<string>("select data from toolkit_record where title = '各种字段'");
        (await client.SubmitAsync("#save")).Expect(200);
        Assert.Equal(facts, client.Page.TextOf("section[aria-labelledby=facts]"));
        Assert.DoesNotContain("E12345678", before, StringComparison.Ordinal);

        // Whoever only reads sees the ends.
        await client.SubmitAsync("#submit-form");
        using var head = await portal.SignInAsync("head");
        Assert.Contains("E12345678", (await head.OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_form_shows_both_contents_and_keeps_what_was_typed()
    {
        using var first = await portal.SignInAsync("clerk");
        using var second = await portal.SignInAsync("clerk2");
        var address = await portal.DraftAsync(first, "两个人改");
        await first.OpenAsync($"{address}/edit");
        await second.OpenAsync($"{address}/edit");
        (await second.SubmitAsync("#save", new { endOn = "2026-05-09" })).Expect(200);
        (await first.SubmitAsync("#save", new { endOn = "2026-05-07", title = "两个人改的" })).Expect(HttpStatusCode.Conflict);
        Assert.Contains(first.Page.Rows(".alert table"), row => row.SequenceEqual(["结束日期", "2026-05-09", "2026-05-07"]));
        Assert.Equal("2026-05-07", first.Page.Find("#endOn").GetAttribute("value"));
        (await first.SubmitAsync("#save")).Expect(200);
        Assert.Contains("2026-05-07", first.Page.TextOf(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:46")]
    public async Task Posted_states_and_units_are_ignored()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        var token = client.Page.Find("#record-form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await client.PostAsync($"{Fairs}/new", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["title"] = "越权", ["state"] = "approved", ["unit"] = "1", ["unitId"] = "1", ["visitors"] = "9", ["outcome"] = "好", ["_version"] = "0",
        })).Expect(200);
        Assert.Equal("draft", await portal.Database.ScalarAsync<string>("select state from toolkit_record where title = '越权'"));
        Assert.Equal("美术学院", await portal.Database.ScalarAsync<string>(
            "select u.name from toolkit_record r join organisation_unit u on u.id = r.unit_id where r.title = '越权'"));
        Assert.Equal("{}", await portal.Database.ScalarAsync<string>("select data from toolkit_record where title = '越权'"));
    }

    [Fact]
    public async Task Only_who_may_create_gets_a_form_and_a_type_without_rights_does_not_exist()
    {
        using var reader = await portal.SignInAsync("reader");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{Fairs}/new")).Status);
        Assert.Contains("不能新建展览", reader.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{FairFixture<TDialect>.Booths}/new")).Status);
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.DraftAsync(clerk, "别人的草稿");
        using var other = await portal.SignInAsync("other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{address}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{address}/change")).Status);
    }

    [Fact]
    public async Task Copying_takes_the_body_and_a_reference_may_be_filled_in_by_address()
    {
        using var client = await portal.SignInAsync("clerk");
        var address = await portal.ApprovedAsync(client, "原展");
        (await client.SubmitAsync("#keep-form", new { outcome = "很成功" })).Expect(200);
        await client.FollowAsync("复制为新");
        Assert.Equal("原展", client.Page.Find("#title").GetAttribute("value"));
        (await client.SubmitAsync("#save", new { title = "原展第二届" })).Expect(200);
        Assert.Contains("复制自", client.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("很成功", client.Page.Text, StringComparison.Ordinal);
        Assert.Contains("没有附件", client.Page.TextOf("section[aria-labelledby=files]"), StringComparison.Ordinal);

        await client.OpenAsync(address);
        await client.FollowAsync("新建展位");
        var no = client.Page.Find("#fair").GetAttribute("value")!;
        Assert.StartsWith("ZL-2026-", no, StringComparison.Ordinal);
        Assert.Contains(client.Page.FindAll("#list-fair-fair option"), option => option.GetAttribute("value") == no);
        (await client.SubmitAsync("button[name=_submit]", new { size = "12", keeper = "clerk2" })).Expect(200);
        Assert.Contains("孙经办", client.Page.TextOf(".facts"), StringComparison.Ordinal);
        await client.FollowAsync(".facts a");
        Assert.Contains("展位 12 平方米", client.Page.TextOf("#referring"), StringComparison.Ordinal);
    }
}

public sealed class SqliteRecordFormTests(FairFixture<Sqlite> portal) : RecordFormTests<Sqlite>(portal);

public sealed class MariaDbRecordFormTests(FairFixture<MariaDb> portal) : RecordFormTests<MariaDb>(portal);
