using System.Globalization;
using System.Net;
using Portal.Testing;

namespace Portal.Specification.Tests.Records;

public abstract class LoanImportTests<TDialect>(LoanFixture<TDialect> portal) : IClassFixture<LoanFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Import = $"{LoanFixture<TDialect>.List}/import";

    private static readonly string[] _headers = ["标题*", "设备*", "设备编号*", "借用人证件号", "借出日期*", "归还期限*", "年度"];

    [Fact]
    [Trait("Case", "exchange:32")]
    public async Task One_bad_row_keeps_the_whole_file_out_and_the_corrected_file_comes_in_whole()
    {
        await portal.LendAsync("ma-admin", "已借出", "TAKEN");
        using var client = await portal.SignInAsync("ma-admin");
        string?[][] good = [.. Enumerable.Range(1, 97).Select(number => Row($"导入{number}", "相机", $"C{number}"))];
        await CheckAsync(client, Sheet.Write(_headers, [.. good, Row("缺设备", "钢琴", "C98"), Row("重复", "相机", "C1"), Row("期限不对", "笔记本电脑", "C99", due: "2026-02-01"), Row("被占用", "相机", "TAKEN")]));
        Assert.Equal((97, 4), (Count(client, "新增"), Count(client, "错误")));
        var text = client.Page.Text;
        foreach (var reason in new[] { "设备没有“钢琴”这个选项", "与第 2 行重复", "归还期限不能早于借出日期", "这台设备正在借用中", "一行也没有导入" })
            Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Equal(["99", "100", "101", "102"], client.Page.Rows().Take(4).Select(row => row[0]));
        Assert.Null(client.Page.TryFind("#job-progress form button.btn-primary"));
        Assert.Equal(0, await CountAsync("导入%"));

        // Who posts past the page is told the same.
        var batch = await portal.Database.ScalarAsync<long>("select max(id) from toolkit_import");
        var token = (await client.OpenAsync(Import)).Find("#upload input[name=__RequestVerificationToken]").GetAttribute("value")!;
        await client.PostAsync($"{Import}/{batch}", [new("__RequestVerificationToken", token)]);
        Assert.Contains("没有导入任何一行", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("导入%"));

        await CheckAsync(client, Sheet.Write(_headers, [.. good, Row("导入98", "笔记本电脑", "C98"), Row("导入99", "相机", "C99"), Row("导入100", "笔记本电脑", "C100", idNo: "E87654321")]));
        Assert.Equal((100, 0), (Count(client, "新增"), Count(client, "错误")));
        await ApplyAsync(client);
        Assert.Contains("新增 100 条", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(100, await CountAsync("导入%"));
        Assert.Equal(100, await portal.Database.ScalarAsync<int>("select count(distinct no) from toolkit_record where title like '导入%' and state = 'draft' and version = 1"));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_record where data like '%E87654321%'"));
    }

    [Fact]
    public async Task What_somebody_took_between_check_and_import_leaves_nothing_behind()
    {
        using var client = await portal.SignInAsync("ma-admin");
        await CheckAsync(client, Sheet.Write(_headers, Row("抢先一", "相机", "RACE1"), Row("抢先二", "相机", "RACE2")));
        await portal.LendAsync("admin", "机关抢先", "RACE2");
        await ApplyAsync(client);
        Assert.Contains("第 3 行", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("抢先%"));
    }

    [Fact]
    public async Task A_workbook_of_the_old_format_is_imported_and_the_template_names_what_is_required()
    {
        using var client = await portal.SignInAsync("ma-admin");
        await client.OpenAsync(Import);
        await client.FollowAsync("下载模板");
        var headers = Sheet.Read(client.Page.Content)[0];
        Assert.Equal(["标题*", "单位一把手", "责任人", "年度", "层级", "地域", "密级", "备注", "设备*", "设备编号*", "借用人证件号", "借出日期*", "归还期限*"], headers);
        await CheckAsync(client, await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "loans.xls")), "借用.xls");
        Assert.Equal((2, 0), (Count(client, "新增"), Count(client, "错误")));
        await ApplyAsync(client);
        Assert.Equal(2, await CountAsync("旧格式%"));
        Assert.Equal("2026-03-20", await portal.Database.ScalarAsync<string>("select substr(end_on, 1, 10) from toolkit_record where title = '旧格式一'"));
    }

    [Fact]
    public async Task Nobody_sees_anothers_import()
    {
        using var client = await portal.SignInAsync("ma-admin");
        await CheckAsync(client, Sheet.Write(_headers, Row("别人的", "相机", "OTHER")));
        using var office = await portal.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(client.Page.Url.PathAndQuery)).Status);
        Assert.DoesNotContain("借用.xlsx", (await office.OpenAsync(Import)).Text, StringComparison.Ordinal);
    }

    private static string?[] Row(string title, string kind, string serial, string due = "2026-03-20", string? idNo = null) => [title, kind, serial, idNo, "2026-03-01", due, "2026"];

    private Task<int> CountAsync(string title) => portal.Database.ScalarAsync<int>("select count(*) from toolkit_record where title like @title", new { title });

    private static async Task CheckAsync(PortalClient client, byte[] file, string name = "借用.xlsx")
    {
        await client.OpenAsync(Import);
        await client.SubmitAsync("#upload", null, new TestFile("file", name, file));
        await WaitAsync(client);
    }

    private static async Task ApplyAsync(PortalClient client)
    {
        await client.SubmitAsync("#job-progress form button.btn-primary");
        await WaitAsync(client);
    }

    private static async Task WaitAsync(PortalClient client)
    {
        for (var patience = 0; client.Page.TryFind("#job-progress progress") is not null; patience++)
        {
            Assert.True(patience < 300, $"The job does not end: {client.Page}");
            await Task.Delay(100);
            await client.OpenAsync(client.Page.Url.PathAndQuery);
        }
    }

    private static int Count(PortalClient client, string label) => int.Parse(
        client.Page.FindAll(".counter").Single(card => card.QuerySelector(".counter-label")!.TextContent.Trim() == label).QuerySelector(".counter-value")!.FirstChild!.TextContent.Trim(),
        CultureInfo.InvariantCulture);
}

public sealed class SqliteLoanImportTests(LoanFixture<Sqlite> portal) : LoanImportTests<Sqlite>(portal);

public sealed class MariaDbLoanImportTests(LoanFixture<MariaDb> portal) : LoanImportTests<MariaDb>(portal);
