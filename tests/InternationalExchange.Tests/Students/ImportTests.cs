using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteImportTests(CaseFixture<Sqlite> portal) : ImportTests<Sqlite>(portal);

public sealed class MariaDbImportTests(CaseFixture<MariaDb> portal) : ImportTests<MariaDb>(portal);

[Trait("Case", "exchange:32")]
public abstract class ImportTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Page = $"/workbench/records/{StudentCases.Student}/import";

    private static readonly string[] _headers = ["类别*", "姓名（护照拼写）*", "国籍*", "护照号*", "护照有效期至*", "出生日期", "就读学院", "专业", "紧急联系人*"];

    [Fact]
    public async Task Three_bad_rows_of_a_hundred_keep_all_out_and_the_corrected_file_brings_all_in()
    {
        using var client = await portal.SignInAsync("sie1");
        var rows = Enumerable.Range(1, 100).Select(Row).ToArray();
        (rows[9][3], rows[19][2], rows[29][5]) = (" x0000005 ", "亚特兰蒂斯", "2030-01-01");
        await client.CheckImportAsync(Page, SheetFile.Write(_headers, rows));
        Assert.Equal(3, client.Page.CardOf("错误"));
        Assert.Contains("第 6 行重复", client.Page.Text, StringComparison.Ordinal);
        Assert.Contains("国籍“亚特兰蒂斯”不是国家或地区的名称或代码", client.Page.Text, StringComparison.Ordinal);
        Assert.Contains("出生日期不能晚于今天", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());

        (rows[9][3], rows[19][2], rows[29][5]) = ("X0000010", "老挝", "2003-01-01");
        await client.CheckImportAsync(Page, SheetFile.Write(_headers, rows));
        Assert.Equal("100/0/0/0", client.ImportCounts());
        await client.ApplyImportAsync();
        Assert.Equal(100, await CountAsync());
        Assert.Equal(100, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where type = 'exchange.intl-student' and state = 'applied' and unit_id = @unit", new { unit = await portal.UnitIdAsync("国际教育学院") }));
    }

    private static object?[] Row(int number) => ["学历生", $"Student Import {number}", "越南", $"X{number:D7}", "2031-01-01", "2004-02-03", "工程学院", "机械工程", "父亲 0084"];

    private Task<long> CountAsync() => portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where type = 'exchange.intl-student'");
}
