using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>The host with the fixture of domain §4f, and the ways an operator takes through 批量导入.</summary>
public class ImportFixture<TDialect> : ClearanceFixture<TDialect>
    where TDialect : ITestDialect
{
    /// <summary>Signs in and opens 批量导入.</summary>
    public async Task<PortalClient> OpenAsync(string account)
    {
        var client = await SignInAsync(account);
        await client.OpenAsync($"/GraduationClearance/Import?scheme={SchemeId}");
        return client;
    }

    /// <summary>Uploads a file into a step's block and follows to the preview, however long the check takes.</summary>
    public async Task<ImportPage> CheckAsync(PortalClient client, byte[] file, string step = "E4", string match = "StudentNo", bool clean = false, string name = "离校.xlsx")
    {
        await client.OpenAsync($"/GraduationClearance/Import?scheme={SchemeId}");
        await client.SubmitAsync(
            $"form[data-step={step}][data-match={match}]", clean ? new { clean = "true" } : null, new TestFile("file", name, file));
        return await WaitAsync(client);
    }

    /// <summary>Presses 数据导入 on the preview and waits for the result.</summary>
    public async Task<ImportPage> ApplyAsync(PortalClient client)
    {
        await client.SubmitAsync("main form[method=post]:not([action*='handler=Errors']) button");
        return await WaitAsync(client);
    }

    public async Task<ImportPage> ImportAsync(PortalClient client, byte[] file, string step = "E4", string match = "StudentNo", bool clean = false, string name = "离校.xlsx")
    {
        var preview = await CheckAsync(client, file, step, match, clean, name);
        return preview.Importable == 0 ? preview : await ApplyAsync(client);
    }

    /// <summary>Opens the page anew until its job has ended.</summary>
    public async Task<ImportPage> WaitAsync(PortalClient client)
    {
        await client.WaitForJobAsync();
        client.Page.Expect(HttpStatusCode.OK);
        return new ImportPage(client.Page);
    }

    /// <summary>应办理, 已通过, 未办理, 未通过 of 马克思主义学院 at a step, from the maintained tally.</summary>
    public async Task<string> CountersAsync(string step)
    {
        var parameters = new { stepId = await StepIdAsync(step) };
        var tally = await Database.QueryAsync<(long Status, long Total)>(
            """
            select t.status, t.total
            from graduationclearance_tally t
            join organisation_unit u on u.id = t.department_id
            where t.step_id = @stepId and u.name = '马克思主义学院'
            """,
            parameters);
        var records = await Database.QueryAsync<(long Status, long Total)>(
            """
            select r.status, count(*)
            from graduationclearance_step_record r
            join graduationclearance_student s on s.id = r.student_id
            join organisation_unit u on u.id = s.department_id
            where r.step_id = @stepId and s.status = 0 and u.name = '马克思主义学院'
            group by r.status
            """,
            parameters);
        Assert.Equal(records.Order(), tally.Where(row => row.Total != 0).Order());
        long Of(long status) => tally.FirstOrDefault(row => row.Status == status).Total;
        return $"{Of(0) + Of(1) + Of(2)}/{Of(1)}/{Of(0)}/{Of(2)}";
    }

    public async Task<(int Status, string Remark)> DecisionAsync(string studentNo, string step) =>
        await RecordAsync(studentNo, step) is var record ? (record.Status, record.Remark) : default;

    public Task<int> LogRowsAsync() => Database.ScalarAsync<int>("select count(*) from graduationclearance_step_record_log");

    /// <summary>Runs the nightly deletion of uploaded text.</summary>
    public async Task PurgeAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var task = scope.ServiceProvider.GetServices<IBackgroundTask>().Single(candidate => candidate.GetType().Name == "ImportPurgeTask");
        await task.DoWorkAsync(scope.ServiceProvider, CancellationToken.None);
    }

    /// <summary>Takes every decision back, so that each test begins with the fixture.</summary>
    public async Task ResetAsync()
    {
        await Database.ExecuteAsync("update graduationclearance_step_record set status = 0, remark = '', decided_by = null, decided_by_name = '', decided_at = null, source = 0, batch_id = null where status in (1, 2)");
        await Database.ExecuteAsync("delete from graduationclearance_step_record_log");
        await Database.ExecuteAsync("update graduationclearance_student set status = 0, removed_reason = ''");
        await Database.ExecuteAsync("delete from graduationclearance_tally");
        await Database.ExecuteAsync(
            """
            insert into graduationclearance_tally (step_id, department_id, status, total)
            select step_id, department_id, status, count(*) from graduationclearance_step_record group by step_id, department_id, status
            """);
    }
}
