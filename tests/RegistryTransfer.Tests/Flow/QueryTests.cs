using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.RegistryTransfer.Applications;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqliteQueryTests(FlowFixture<Sqlite> portal) : QueryTests<Sqlite>(portal);

public sealed class MariaDbQueryTests(FlowFixture<MariaDb> portal) : QueryTests<MariaDb>(portal);

/// <summary>查询: what a unit finds, what leaves as a file, what a printed code tells.</summary>
public abstract class QueryTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Page = "/registrytransfer/query/transfer";

    [Fact]
    public async Task Filters_find_by_side_state_name_number_province_and_day()
    {
        var (name, number, _) = await portal.AddStudentAsync();
        var sa = await portal.AsAsync("sa");
        await sa.ApplyAsync(name, number);
        var id = Reviewer.IdOf(sa.Page);
        var filters = new (string Query, bool IsFound)[]
        {
            ("side=in", true), ("side=out", false), ("status=PendingInSchool", true), ("status=Completed", false),
            ("province=19", true), ("province=23", false), ("from=2026-03-10&to=2026-03-10", true), ("from=2026-03-11", false), ("from=0001-01-01&to=9999-12-31", true), ("open=true", true), ("overdue=true", false),
        };
        foreach (var (query, isFound) in filters)
            Assert.True(isFound == (await sa.OpenAsync($"{Page}?{query}")).TryFind($"#applications a[href$='/{id}']") is not null, query);
        Assert.NotNull((await (await portal.AsAsync("u44")).OpenAsync($"{Page}?side=out")).TryFind($"#applications a[href$='/{id}']"));

        // A replaced number finds it too; the number travels in the body.
        await portal.Database.ExecuteAsync("insert into registrytransfer_student_number (number, student_id) select @newer, student_id from registrytransfer_student_number where number = @number", new { newer = $"G{number[1..]}", number });
        foreach (var searched in new[] { number, $"g{number[1..]}", name, await portal.Database.ScalarAsync<string>("select number from registrytransfer_application where id = @id", new { id }) })
        {
            await sa.OpenAsync(Page);
            Assert.NotNull((await sa.SubmitAsync("#find", new { sought = searched })).TryFind($"#applications a[href$='/{id}']"));
            Assert.Equal("?handler=Find", sa.Page.Url.Query);
        }

        var export = Encoding.UTF8.GetString((await sa.SubmitAsync("button[name=csv]")).Expect(200).Content);
        Assert.Equal(2, export.Trim().Split('\n').Length);
        await sa.OpenAsync(Page);
        Assert.Null((await sa.SubmitAsync("#find", new { sought = name[..3] })).TryFind("#applications"));
    }

    [Fact]
    [Trait("Case", "transfer:36")]
    public async Task Formulas_are_inert_in_page_and_export_and_numbers_are_masked()
    {
        var (name, number, _) = await portal.AddStudentAsync();
        await portal.Database.ExecuteAsync("update registrytransfer_student set name = '=HYPERLINK()', name_key = '=HYPERLINK()' where number = @number", new { number });
        var sa = await portal.AsAsync("sa");
        await sa.SearchAsync("=HYPERLINK()", number);
        await sa.SaveAsync(new() { ["Form.ReasonText"] = "<script>alert(1)</script>=HYPERLINK()" });
        var id = Reviewer.IdOf(sa.Page);
        var page = await sa.OpenAsync($"{Page}/{id}");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page.Html, StringComparison.Ordinal);
        await sa.OpenAsync(Page);
        var exports = await portal.CountAsync("portal_audit where action = '导出跨省转学查询'");
        var csv = Encoding.UTF8.GetString((await sa.SubmitAsync("button[name=csv]")).Expect(200).Content);
        Assert.Contains(",'=HYPERLINK(),", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(number, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(name, csv, StringComparison.Ordinal);
        Assert.Contains($"{number[..5]}************{number[^2..]}", csv, StringComparison.Ordinal);
        Assert.Equal(exports + 1, await portal.CountAsync("portal_audit where action = '导出跨省转学查询'"));
    }

    [Fact]
    public async Task The_ministry_reads_no_scan_and_learns_no_name_from_a_forged_review()
    {
        var id = await portal.StartAsync();
        var name = await portal.Database.ScalarAsync<string>("select student_name from registrytransfer_application where id = @id", new { id }) ?? "";
        var material = await portal.Database.ScalarAsync<long>("select max(id) from toolkit_attachment where owner_id = @id", new { id });
        var moe = await portal.AsAsync("moe");
        await moe.OpenAsync($"{Page}/{id}");
        Assert.Contains("只供办理单位查看", moe.Page.Text, StringComparison.Ordinal);
        Assert.Contains("2015年", moe.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2015-01-01", moe.Page.Text, StringComparison.Ordinal);
        (await moe.GetAsync($"/attachments/{material}")).Expect(404);
        (await (await portal.AsAsync("u44")).GetAsync($"/attachments/{material}")).Expect(200);
        await moe.OpenAsync($"{Page}/{id}");
        var token = moe.Page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var forged = await moe.PostAsync(
            $"/registrytransfer/review/transfer/{id}", new Dictionary<string, string> { ["version"] = "99", ["decision"] = "pass", ["opinion"] = "同意", ["__RequestVerificationToken"] = token });
        forged.Expect(403);
        Assert.DoesNotContain(name, forged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_a_sheet_is_checked_by_anybody_in_any_case_with_masked_answers()
    {
        var id = await portal.StartAsync();
        var sa = await portal.AsAsync("sa");
        var code = (await sa.OpenAsync($"{Page}/{id}/print")).TextOf("figcaption").Split(' ')[^1];
        Assert.Contains("还没有办结", (await sa.GetAsync($"{Page}/{id}/proof")).Text, StringComparison.Ordinal);
        using var parent = portal.Browse();
        Assert.Contains("还没有办结", (await parent.OpenAsync($"/registrytransfer/verify?code={code}")).TextOf("#valid"), StringComparison.Ordinal);
        await portal.PassAsync(id, 0, 4);
        await portal.WaitForAsync(id, Model.ApplicationStatus.Completed, TimeSpan.FromSeconds(5));
        Assert.Contains($"https://portal.example.edu.cn/registrytransfer/verify?code={code}", (await sa.OpenAsync($"{Page}/{id}/proof")).Text, StringComparison.OrdinalIgnoreCase);
        var valid = (await parent.OpenAsync($"/registrytransfer/verify?code={code.ToLowerInvariant()}")).TextOf("#valid");
        Assert.Contains("真实有效", valid, StringComparison.Ordinal);
        Assert.DoesNotContain("测试生", valid, StringComparison.Ordinal);
        var other = code[^1] == '0' ? '1' : '0';
        foreach (var wrong in new[] { $"{code[..^1]}{other}", $"{id}", "abc", $"{id + 1}-{code.Split('-')[1]}" })
            (await parent.OpenAsync($"/registrytransfer/verify?code={wrong}")).Find("#invalid");
    }

    [Fact]
    public async Task A_school_that_moved_in_the_tree_is_seen_by_its_new_superiors()
    {
        var id = await portal.StartAsync();
        var u449901 = await portal.AsAsync("u449901");
        (await u449901.GetAsync($"{Page}/{id}")).Expect(404);
        var school = await portal.SchoolIdAsync("2144990001");
        await using var scope = portal.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetRequiredService<SchoolPathCommands>();
        Assert.Equal(0, await commands.SyncAsync(CancellationToken.None));
        await portal.MoveUnitAsync(school, "示例市示例区教育局");
        Assert.Equal(1, await commands.SyncAsync(CancellationToken.None));
        Assert.Equal(0, await commands.SyncAsync(CancellationToken.None));
        (await u449901.GetAsync($"{Page}/{id}")).Expect(200);
        (await (await portal.AsAsync("sa")).GetAsync($"{Page}/{id}")).Expect(200);
        await portal.MoveUnitAsync(school, "广东省示例市教育局");
        await commands.SyncAsync(CancellationToken.None);
    }
}
