using Portal.Testing;

namespace Portal.GraduationClearance.Tests;

/// <summary>A portal with the fixture of domain §4f: S1 open with 99 + 1 students, S0 closed, steps E1 to E8.</summary>
public class ClearanceFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    public const string OpenScheme = "2020级研究生6月份";
    public const string ClosedScheme = "2019级研究生12月份";

    public long SchemeId { get; private set; }

    public Task<long> StepIdAsync(string code) => Database.ScalarAsync<long>(
        "select id from graduationclearance_step where scheme_id = @SchemeId and code = @code", new { SchemeId, code });

    public Task<long> StudentIdAsync(string studentNo) => Database.ScalarAsync<long>(
        "select id from graduationclearance_student where student_no = @studentNo", new { studentNo });

    /// <summary>Status, remark and version of one record.</summary>
    public async Task<RecordRow> RecordAsync(string studentNo, string code) => (await Database.QueryAsync<RecordRow>(
        """
        select r.status, r.remark, r.source, r.batch_id, r.version
        from graduationclearance_step_record r
        join graduationclearance_student s on s.id = r.student_id
        join graduationclearance_step t on t.id = r.step_id
        where s.student_no = @studentNo and t.code = @code and t.scheme_id = s.scheme_id
        """,
        new { studentNo, code }))[0];

    public Task<long> CountLogsAsync(string studentNo, string code) => Database.ScalarAsync<long>(
        """
        select count(*)
        from graduationclearance_step_record_log l
        join graduationclearance_student s on s.id = l.student_id
        join graduationclearance_step t on t.id = l.step_id
        where s.student_no = @studentNo and t.code = @code
        """,
        new { studentNo, code });

    /// <summary>Cells where the kept tally and the records disagree; always none (invariant I12).</summary>
    public Task<long> CountTallyFaultsAsync() => Database.ScalarAsync<long>(
        """
        select count(*)
        from (select r.step_id, r.department_id, r.status, count(*) as n
              from graduationclearance_step_record r
              join graduationclearance_student s on s.id = r.student_id and s.status = 0
              group by r.step_id, r.department_id, r.status) c
        left join graduationclearance_tally t on t.step_id = c.step_id and t.department_id = c.department_id and t.status = c.status
        where t.total is null or t.total <> c.n
        """);

    protected override void Configure(PortalFactory factory)
    {
        factory.Settings["Portal:DemoStudents"] = "0";
        factory.Settings["Portal:PublicUrl"] = "https://portal.example.edu.cn/";
    }

    protected override async Task StartedAsync() => SchemeId = await Database.ScalarAsync<long>(
        "select id from graduationclearance_scheme where name = @OpenScheme", new { OpenScheme });
}

/// <summary>A step record as the tests look at it.</summary>
public sealed record RecordRow
{
    public int Status { get; init; }

    public string Remark { get; init; } = "";

    public int Source { get; init; }

    public long? BatchId { get; init; }

    public int Version { get; init; }
}
