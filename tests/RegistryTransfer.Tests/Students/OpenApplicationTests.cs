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
        var skipped = await sending.SubmitAsync("form:has(#Change)", new { Change = "skip", On = "2026-03-10", Reason = "学业优异" });
        Assert.Contains("不能办理跳级", skipped.Text, StringComparison.Ordinal);
        await sending.OpenAsync($"{Root}/change?id={id}");
        await sending.SubmitAsync("form:has(#Change)", new { Change = "suspend", On = "2026-03-10", Reason = "因病" });
        Assert.Contains("转出校验 2002", sending.Page.Text, StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("update registrytransfer_application set status = 5 where open_student_id = @id", new { id });
        await sending.OpenAsync($"{Root}/change?id={id}");
        await sending.SubmitAsync("form:has(#Change)", new { Change = "resume", On = "2026-03-10", Reason = "病愈" });
        Assert.Contains("正在调档", sending.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_the_student_has_left_reads_its_own_record_and_changes_nothing()
    {
        var id = await portal.StudentIdAsync("G519901201108170066");
        var enrolment = await portal.Database.ScalarAsync<long>("select id from registrytransfer_enrolment where student_id = @id", new { id });
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set status = 7, end_on = '2026-03-09', active_student_id = null where id = @enrolment", new { enrolment });
        await portal.Database.ExecuteAsync(
            """
            insert into registrytransfer_enrolment (id, student_id, school_id, grade, class_no, status, boarding, start_on, entry_reason, exit_reason, active_student_id, version)
            values (9001, @id, @school, 'J3', '2', 0, 1, '2026-03-10', '转入', '', @id, 1)
            """,
            new { id, school = await portal.SchoolIdAsync("2144990001") });
        using var former = await portal.SignInAsync("sc");
        var page = await former.OpenAsync($"{Root}/details/{id}");
        Assert.Contains("已转到其他学校", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("示例市实验学校", page.Text, StringComparison.Ordinal);
        Assert.Null(page.TryFind("a[href*='/change']"));
        Assert.Contains("孙示例", (await former.OpenAsync($"{Root}?status=TransferredOut")).Text, StringComparison.Ordinal);
        foreach (var form in new[] { "edit", "change", "number" })
            (await former.GetAsync($"{Root}/{form}?id={id}")).Expect(System.Net.HttpStatusCode.NotFound);
        using var current = await portal.SignInAsync("sb");
        Assert.Equal(2, (await current.OpenAsync($"{Root}/details/{id}")).FindAll("section[aria-labelledby=enrolments] tbody tr").Count);
    }
}
