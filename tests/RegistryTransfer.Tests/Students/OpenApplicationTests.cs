using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Students;

public sealed class SqliteOpenApplicationTests(TransferFixture<Sqlite> portal) : OpenApplicationTests<Sqlite>(portal);

public sealed class MariaDbOpenApplicationTests(TransferFixture<MariaDb> portal) : OpenApplicationTests<MariaDb>(portal);

/// <summary>What the registry may change while a transfer is under way.</summary>
public abstract class OpenApplicationTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Root = "/registrytransfer/students";

    public Task InitializeAsync() => portal.EndApplicationsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Case", "transfer:30")]
    public async Task A_number_issued_meanwhile_leaves_the_application_with_the_student()
    {
        using var receiving = await portal.SignInAsync("sa");
        await receiving.ApplyAsync("王示例", "L449901201608200421");
        var id = await portal.StudentIdAsync("L449901201608200421");
        using var sending = await portal.SignInAsync("se");
        Assert.Contains("正在办理", (await sending.OpenAsync($"{Root}/details/{id}")).TextOf("section[aria-labelledby=business]"), StringComparison.Ordinal);
        await sending.OpenAsync($"{Root}/number?id={id}");
        await sending.SubmitAsync("form:has(#IdNumber)", new { IdNumber = "44990120160820042X" });
        Assert.Equal(id, await portal.Database.ScalarAsync<long>("select student_id from registrytransfer_application where open_student_id is not null"));
        foreach (var number in new[] { "L449901201608200421", "G44990120160820042X" })
            Assert.Contains("在办业务", (await receiving.SearchAsync("王示例", number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_grade_is_kept_while_an_application_rests_on_it_and_the_status_is_not()
    {
        using var receiving = await portal.SignInAsync("sa");
        await receiving.ApplyAsync("张示例", "G449901201503120132");
        var id = await portal.StudentIdAsync("G449901201503120132");
        using var sending = await portal.SignInAsync("sb");
        await sending.OpenAsync($"{Root}/edit?id={id}");
        Assert.Contains("年级不能修改", (await sending.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.Grade"] = "P4" })).Text, StringComparison.Ordinal);
        await sending.OpenAsync($"{Root}/change?id={id}");
        await sending.SubmitAsync("form:has(#Change)", new { Change = "suspend", On = "2026-03-10", Reason = "因病" });
        Assert.Contains("转出校验 2002", sending.Page.Text, StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("update registrytransfer_application set status = 5 where open_student_id = @id", new { id });
        await sending.OpenAsync($"{Root}/change?id={id}");
        await sending.SubmitAsync("form:has(#Change)", new { Change = "resume", On = "2026-03-10", Reason = "病愈" });
        Assert.Contains("正在调档", sending.Page.Text, StringComparison.Ordinal);
    }
}
