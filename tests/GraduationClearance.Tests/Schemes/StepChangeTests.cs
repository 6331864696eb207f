using Portal.GraduationClearance.Roster;
using Portal.GraduationClearance.Schemes;
using Portal.Testing;
using Portal.Toolkit;

namespace Portal.GraduationClearance.Tests.Schemes;

/// <summary>What happens to records and counters when steps and their conditions change.</summary>
public abstract class StepChangeTests<TDialect>(ConfigurationFixture<TDialect> portal) : IClassFixture<ConfigurationFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Initialising_again_adds_only_what_is_missing()
    {
        Assert.Equal(0, await InitialiseAsync());
        var step = await AddStepAsync("N1", "校医院审核");
        await AddStudentAsync("2020019901", dormitory: "----");
        var steps = await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_step where scheme_id = @SchemeId", new { portal.SchemeId });
        var others = await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_student where scheme_id = @SchemeId and status = 0", new { portal.SchemeId }) - 1;
        Assert.Equal(others + steps, await InitialiseAsync());
        Assert.Equal(0, await InitialiseAsync());
        Assert.Equal(others + 1, await portal.CountAsync(step, 0));
        Assert.Equal(3, (await portal.RecordAsync("2020019901", "E6")).Status);
        Assert.Equal(3, (await portal.RecordAsync("2020019901", "E7")).Status);
    }

    [Fact]
    public async Task A_changed_condition_moves_open_records_and_leaves_decided_ones()
    {
        var e6 = await portal.StepIdAsync("E6");
        await AddStudentAsync("2020019902", dormitory: "东区-研1号楼-2层--01床");
        await AddStudentAsync("2020019903", dormitory: "");
        await AddStudentAsync("2020019904", dormitory: "");
        await InitialiseAsync();
        Assert.Equal(0, (await portal.RecordAsync("2020019902", "E6")).Status);
        Assert.Equal(3, (await portal.RecordAsync("2020019903", "E6")).Status);
        await PassAsync("2020019902", e6);
        await portal.RunAsync<RemovalCommands>(async removals => await removals.RemoveAsync(portal.SchemeId, await portal.StudentIdAsync("2020019904"), 1, "延毕", default));

        await SaveStepAsync(e6, step => step with { AppliesToDormitory = false, AppliesToHukouTransfer = true });
        Assert.Equal(1, (await portal.RecordAsync("2020019902", "E6")).Status);
        Assert.Equal(3, (await portal.RecordAsync("2020019903", "E6")).Status);
        await SaveStepAsync(e6, step => step with { AppliesToHukouTransfer = false });
        Assert.Equal(0, (await portal.RecordAsync("2020019903", "E6")).Status);
        Assert.Equal(0, (await portal.RecordAsync("2020019904", "E6")).Status);
        Assert.Equal(1, await portal.CountLogsAsync("2020019903", "E6"));
        await portal.CountersAsync();
        await SaveStepAsync(e6, step => step with { AppliesToDormitory = true });
        Assert.Equal(3, (await portal.RecordAsync("2020019903", "E6")).Status);
        await portal.CountersAsync();
    }

    [Fact]
    public async Task A_step_is_deleted_only_while_nobody_was_ever_handled()
    {
        var step = await AddStepAsync("N2", "国家重点实验室审核");
        await InitialiseAsync();
        await PassAsync("2020010105", step);
        var version = await portal.VersionAsync("step", step);
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => portal.RunAsync<StepCommands>(steps => steps.DeleteAsync(portal.SchemeId, step, version, default)));
        Assert.Contains("已为 1 名学生办理过", refusal.Message, StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("update graduationclearance_step_record set status = 0 where step_id = @step", new { step });
        await portal.Database.ExecuteAsync("update graduationclearance_step_record_log set from_status = 1, to_status = 0 where step_id = @step", new { step });
        await Assert.ThrowsAsync<RefusedException>(() => portal.RunAsync<StepCommands>(steps => steps.DeleteAsync(portal.SchemeId, step, version, default)));

        var fresh = await AddStepAsync("N3", "同等课读");
        await InitialiseAsync();
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/GraduationClearance/Schemes/Steps/Delete?scheme={portal.SchemeId}&id={fresh}");
        await admin.SubmitAsync("main form[method=post]");
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_step_record where step_id = @fresh", new { fresh }));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_tally where step_id = @fresh", new { fresh }));
        await portal.Database.ExecuteAsync("update graduationclearance_step_record set status = 1 where step_id = @step and student_no = '2020010105'", new { step });
    }

    [Fact]
    public async Task Steps_move_up_and_down_without_scripts()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/GraduationClearance/Schemes/Details?id={portal.SchemeId}");
        await admin.SubmitAsync("button[aria-label='下移 导师审核']");
        Assert.Equal(["图书馆", "导师审核"], admin.Page.TextsOf("tbody strong").Take(2));
        await admin.SubmitAsync("button[aria-label='上移 导师审核']");
        Assert.Equal(["导师审核", "图书馆"], admin.Page.TextsOf("tbody strong").Take(2));
    }

    [Fact]
    public async Task Saving_a_step_with_a_stale_version_changes_nothing()
    {
        var e2 = await portal.StepIdAsync("E2");
        var step = await portal.RunAsync<StepQueries, Step?>(queries => queries.FindAsync(portal.SchemeId, e2, default));
        await SaveStepAsync(e2, one => one with { Place = "图书馆一楼" });
        await Assert.ThrowsAsync<StaleException>(() => portal.RunAsync<StepCommands>(steps => steps.UpdateAsync(portal.SchemeId, e2, step!.Version, step with { Place = "二楼" }, default)));
        Assert.Equal("图书馆一楼", await portal.Database.ScalarAsync<string>("select place from graduationclearance_step where id = @e2", new { e2 }));
    }

    private Task<int> InitialiseAsync() => portal.RunAsync<InitialisationCommands, int>(commands => commands.InitialiseAsync(portal.SchemeId, default));

    private async Task<long> AddStepAsync(string code, string name)
    {
        var unit = await portal.UnitAsync("图书馆");
        return await portal.RunAsync<StepCommands, long>(steps => steps.CreateAsync(portal.SchemeId, new() { Code = code, Name = name, UnitId = unit }, default));
    }

    private async Task AddStudentAsync(string studentNo, string dormitory)
    {
        var department = await portal.UnitAsync("马克思主义学院");
        await portal.RunAsync<RosterCommands>(roster => roster.AddAsync(
            portal.SchemeId, [new() { StudentNo = studentNo, Name = "测试", DepartmentId = department, Dormitory = dormitory }], default));
    }

    private async Task SaveStepAsync(long stepId, Func<Step, Step> change)
    {
        var step = await portal.RunAsync<StepQueries, Step?>(queries => queries.FindAsync(portal.SchemeId, stepId, default));
        await portal.RunAsync<StepCommands>(steps => steps.UpdateAsync(portal.SchemeId, stepId, step!.Version, change(step), default));
    }

    private async Task PassAsync(string studentNo, long stepId)
    {
        var student = await portal.StudentIdAsync(studentNo);
        var department = await portal.Database.ScalarAsync<long>("select department_id from graduationclearance_student where id = @student", new { student });
        await portal.Database.ExecuteAsync("update graduationclearance_step_record set status = 1, version = version + 1 where student_id = @student and step_id = @stepId", new { student, stepId });
        await portal.Database.ExecuteAsync(
            """
            insert into graduationclearance_step_record_log
                (id, student_id, step_id, from_status, to_status, remark_from, remark_to, person_id, person_name, role_name, unit_id, address, at, reason, source, batch_id)
            values (@id, @student, @stepId, 0, 1, '', '', null, '', '', null, '', '2026-06-01', '', 1, null)
            """,
            new { id = 9_000_000 + student, student, stepId });
        await portal.Database.ExecuteAsync("update graduationclearance_tally set total = total - 1 where step_id = @stepId and department_id = @department and status = 0", new { stepId, department });
        if (await portal.Database.ExecuteAsync("update graduationclearance_tally set total = total + 1 where step_id = @stepId and department_id = @department and status = 1", new { stepId, department }) == 0)
            await portal.Database.ExecuteAsync("insert into graduationclearance_tally (step_id, department_id, status, total) values (@stepId, @department, 1, 1)", new { stepId, department });
    }
}

public sealed class StepChangeOnSqlite(ConfigurationFixture<Sqlite> portal) : StepChangeTests<Sqlite>(portal);

public sealed class StepChangeOnMariaDb(ConfigurationFixture<MariaDb> portal) : StepChangeTests<MariaDb>(portal);
