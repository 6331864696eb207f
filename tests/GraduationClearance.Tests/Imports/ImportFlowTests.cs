using Portal.Testing;

namespace GraduationClearance.Tests.Imports;

/// <summary>选择文件 → 预检 → 导入 → 结果, with scripts off, on both databases.</summary>
public abstract class ImportFlowTests<TDialect>(ImportFixture<TDialect> portal) : IClassFixture<ImportFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    public Task InitializeAsync() => portal.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Case", "clearance:C4")]
    public async Task Good_rows_are_imported_and_the_bad_one_is_named()
    {
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(client, Files.Of(Files.Student(101), Files.Student(102, "未通过", "未交学生证"), [2020010103d, "张三", "通过", null], Files.Student(104)));
        Assert.Equal((3, 0, 1), (preview.Importable, preview.Unchanged, preview.Rejected));
        Assert.Contains("导入 3 人", client.Page.TextOf("main form button"), StringComparison.Ordinal);
        var result = await portal.ApplyAsync(client);
        Assert.Equal((3, 0, 1), (result.Imported, result.Unchanged, result.Rejected));
        Assert.Equal([(4, "姓名", "姓名不符")], result.Errors);
        Assert.Equal("99/2/96/1", await portal.CountersAsync("E4"));
        Assert.Equal((2, "未交学生证"), await portal.RecordAsync("2020010102", "E4"));
    }
}

public sealed class ImportFlowOnSqlite(ImportFixture<Sqlite> portal) : ImportFlowTests<Sqlite>(portal), IClassFixture<ImportFixture<Sqlite>>;
