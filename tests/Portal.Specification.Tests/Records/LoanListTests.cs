using System.Net;
using Portal.Testing;

namespace Portal.Specification.Tests.Records;

public abstract class LoanListTests<TDialect>(LoanFixture<TDialect> portal) : IClassFixture<LoanFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string List = LoanFixture<TDialect>.List;

    [Fact]
    public void A_module_with_one_record_type_is_at_most_sixty_lines() =>
        Assert.InRange(Directory.EnumerateFiles(Repository.PathOf("tests", "Samples.Records"), "*.cs").Sum(file => File.ReadLines(file).Count()), 1, 60);

    [Fact]
    public async Task The_menu_leads_to_the_list_where_the_matrix_gives_anything_and_elsewhere_the_page_does_not_exist()
    {
        using var college = await portal.SignInAsync("ma-admin");
        Assert.NotNull((await college.OpenAsync("/")).TryFind($"a[href='{List}']"));
        Assert.Equal("设备借用", (await college.OpenAsync(List)).TextOf("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await college.GetAsync("/workbench/records/samples.unknown")).Status);
        using var leader = await portal.SignInAsync("leader1");
        Assert.Null((await leader.OpenAsync("/")).TryFind($"a[href='{List}']"));
        foreach (var page in new[] { List, $"{List}/import", $"{List}/import/1" })
            Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(page)).Status);
        using var stranger = portal.Browse();
        Assert.NotNull((await stranger.GetAsync(List)).TryFind("input[type=password]"));
    }

    [Fact]
    public async Task Pages_go_on_by_key_and_back_again()
    {
        for (var number = 1; number <= 60; number++)
            await portal.LendAsync("ma-admin", $"翻页{number:00}", $"P{number}");
        using var client = await portal.SignInAsync("ma-admin");
        var first = Titles(await client.OpenAsync($"{List}?q=翻页"));
        Assert.Equal(Enumerable.Range(11, 50).Reverse().Select(number => $"翻页{number:00}"), first);
        Assert.Equal(Enumerable.Range(1, 10).Reverse().Select(number => $"翻页{number:00}"), Titles(await client.FollowAsync("a[rel=next]")));
        Assert.Null(client.Page.TryFind("a[rel=next]"));
        Assert.Equal(first, Titles(await client.FollowAsync("a[rel=prev]")));
        Assert.Null(client.Page.TryFind("a[rel=prev]"));
    }

    [Fact]
    public async Task Filters_hold_together_and_numbers_are_found_by_their_beginning()
    {
        var id = await portal.LendAsync("ma-admin", "拍摄<script>毕业典礼", "F1");
        await portal.LendAsync("ma-admin", "拍摄运动会", "F2", "laptop");
        var number = await portal.Database.ScalarAsync<string>("select no from toolkit_record where id = @id", new { id });
        using var client = await portal.SignInAsync("ma-admin");
        Assert.Equal(["拍摄运动会", "拍摄<script>毕业典礼"], Titles(await client.OpenAsync($"{List}?q=拍摄")));
        Assert.Equal(["拍摄<script>毕业典礼"], Titles(await client.OpenAsync($"{List}?q=拍摄&kind=camera&year=2026&region=abroad&state=draft&mine=true")));
        Assert.Empty(Titles(await client.OpenAsync($"{List}?q=拍摄&state=active")));
        Assert.Contains("没有符合条件的记录", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(["拍摄<script>毕业典礼"], Titles(await client.OpenAsync($"{List}?q={number.ToLowerInvariant()}")));
        Assert.Contains("拍摄运动会", Titles(await client.OpenAsync($"{List}?q=SB-2026")));
        Assert.Empty(Titles(await client.OpenAsync($"{List}?q=SB-2019")));
    }

    [Fact]
    public async Task A_college_sees_its_own_records_and_the_office_all_with_counters_and_units()
    {
        await portal.LendAsync("admin", "机关借用", "O1");
        await portal.LendAsync("ma-admin", "学院借用", "O2");
        using var college = await portal.SignInAsync("ma-admin");
        Assert.Equal(["学院借用"], Titles(await college.OpenAsync($"{List}?q=借用")));
        Assert.Null(college.Page.TryFind(".counters"));
        Assert.Null(college.Page.TryFind("select[name=unit]"));
        using var office = await portal.SignInAsync("admin");
        Assert.Equal(["学院借用", "机关借用"], Titles(await office.OpenAsync($"{List}?q=借用")));
        Assert.Contains("草稿", office.Page.TextOf(".counters"), StringComparison.Ordinal);
        var unit = office.Page.FindAll("select[name=unit] option").Single(option => option.TextContent == "马克思主义学院").GetAttribute("value");
        Assert.Equal(["学院借用"], Titles(await office.OpenAsync($"{List}?q=借用&unit={unit}")));
        Assert.Equal(["机关借用"], Titles(await office.OpenAsync($"{List}?q=借用&mine=true")));
    }

    [Fact]
    public async Task A_filter_is_saved_under_a_name_replaced_and_forgotten_by_its_owner_only()
    {
        using var client = await portal.SignInAsync("ma-admin");
        await client.OpenAsync($"{List}?state=draft&q=相机");
        await client.SubmitAsync("#save", new { name = "待交" });
        await client.OpenAsync($"{List}?state=active");
        await client.SubmitAsync("#save", new { name = "待交" });
        Assert.Equal("?state=active", new Uri(client.Http.BaseAddress!, client.Page.Find("#saved a").GetAttribute("href")).Query);
        Assert.Single(client.Page.FindAll("#saved a"));
        Assert.Equal(422, (int)(await client.SubmitAsync("#save", new { name = " " })).Status);
        Assert.Contains("起个名字", client.Page.Text, StringComparison.Ordinal);

        using var other = await portal.SignInAsync("admin");
        Assert.Null((await other.OpenAsync(List)).TryFind("#saved"));
        await other.OpenAsync($"{List}?state=draft");
        await other.SubmitAsync("#save", new { name = "我的" });
        var id = await portal.Database.ScalarAsync<long>("select id from toolkit_record_filter where name = '待交'");
        await other.SubmitAsync("#saved form", new { id = $"{id}" });
        Assert.NotNull((await client.OpenAsync(List)).TryFind("#saved a"));
        await client.SubmitAsync("#saved form");
        Assert.Null(client.Page.TryFind("#saved"));
    }

    [Fact]
    public async Task Secrets_are_masked_in_lists_and_exports_and_text_stays_text()
    {
        await portal.LendAsync("ma-admin", "=1+1 导出", "X1", idNo: "E12345678");
        await portal.LendAsync("admin", "不属于学院的导出", "X2");
        using var client = await portal.SignInAsync("ma-admin");
        await client.OpenAsync($"{List}?q=导出");
        Assert.DoesNotContain("证件号", client.Page.TextOf("#records thead"), StringComparison.Ordinal);
        await client.SubmitAsync("#export");
        var rows = Sheet.Read(client.Page.Content);
        var cells = Assert.Single(rows.Skip(1));
        Assert.Equal("=1+1 导出", cells[rows[0].IndexOf("标题")]);
        Assert.Equal("E1*****78", cells[rows[0].IndexOf("借用人证件号")]);
        Assert.Equal("相机", cells[rows[0].IndexOf("设备")]);
        Assert.Equal("2026-03-20", cells[rows[0].IndexOf("归还期限")]);
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from portal_audit where module = 'Samples.Records' and action = '导出设备借用'"));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_record where data like '%E12345678%'"));
    }

    [Fact]
    [Trait("Case", "exchange:48")]
    public async Task A_college_that_has_the_module_off_has_neither_menu_nor_pages_and_its_records_stay()
    {
        var id = await portal.LendAsync("ma-admin", "关闭前", "OFF1");
        using var college = await portal.SignInAsync("ma-admin");
        await college.OpenAsync("/organisation/switches");
        await college.SubmitAsync("form:has(input[name=module][value='Samples.Records'])", new { state = "off" });
        foreach (var page in new[] { List, $"{List}/{id}", $"{List}/import" })
            Assert.Equal(HttpStatusCode.NotFound, (await college.GetAsync(page)).Status);
        Assert.Null((await college.OpenAsync("/")).TryFind($"a[href='{List}']"));
        using var office = await portal.SignInAsync("admin");
        Assert.Contains("关闭前", Titles(await office.OpenAsync($"{List}?q=关闭")));
        await college.OpenAsync("/organisation/switches");
        await college.SubmitAsync("form:has(input[name=module][value='Samples.Records'])", new { state = "" });
        Assert.Equal(["关闭前"], Titles(await college.OpenAsync($"{List}?q=关闭")));
    }

    [Fact]
    public async Task Posts_without_token_or_to_types_out_of_reach_change_nothing()
    {
        using var client = await portal.SignInAsync("ma-admin");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"{List}?handler=Save&state=draft", [new("name", "无令牌")])).Status);
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_record_filter where name = '无令牌'"));
    }

    private static IReadOnlyList<string> Titles(PortalPage page) => page.TextsOf("#records tbody th");
}

public sealed class SqliteLoanListTests(LoanFixture<Sqlite> portal) : LoanListTests<Sqlite>(portal);

public sealed class MariaDbLoanListTests(LoanFixture<MariaDb> portal) : LoanListTests<MariaDb>(portal);
