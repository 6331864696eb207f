using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Supervision;

namespace Portal.RegistryTransfer.Students;

/// <summary>在办业务查询: what keeps a student from being transferred, in plain words.</summary>
internal sealed class OpenBusinessQueries(DbDataSource source, LocalTime time)
{
    public async Task<IReadOnlyList<OpenBusiness>> ListAsync(StudentView student, CancellationToken cancellationToken)
    {
        if (student.Current is not { } current)
            return [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = (await connection.QueryAsync<OpenBusiness>(new CommandDefinition(
            """
            select id as application_id, number, kind, status, in_school_name, out_school_name, step_label, waiting_unit_name, started_at
            from registrytransfer_application
            where open_student_id = @Id
            """,
            new { student.Id },
            cancellationToken: cancellationToken))).Select(row => row with { Text = Describe(row) }).ToList();
        if (!current.IsActive)
            found.Add(new() { Text = $"学籍已{Words.Of(current.Status)}，不在校。初中毕业生可以办理毕业后跨省就学。" });
        else if (current.Status != EnrolmentStatus.Regular)
            found.Add(new() { Text = $"学籍状态是{Words.Of(current.Status)}（转出校验 2002）。学生回校后先办理学籍变动，恢复为正常在校。" });
        if (student.Problem != ProblemFlag.None)
            found.Add(new() { Text = $"问题学籍：{Words.Of(student.Problem)}（转出校验 2003）。请向主管教育局提供佐证或申请变更，由教育局处理。" });
        var stage = Grade.Find(current.Grade)?.Stage ?? Stages.None;
        if (await BureauQueries.ResolveAsync(connection, null, current.SchoolId, stage, time.Today, cancellationToken) is null)
            found.Add(new() { Text = "学校未配置学籍主管部门，转出时没有教育局核办。请联系上级教育局。" });
        return found;
    }

    private static string Describe(OpenBusiness row) =>
        $"{Words.Of(row.Kind)}申请 {row.Number} 正在办理：{row.OutSchoolName} → {row.InSchoolName}，{Words.Of(row.Status, row.Kind)}"
        + (row.WaitingUnitName.Length > 0 ? $"，等待{row.WaitingUnitName}。" : "。");
}

/// <summary>One thing that is under way.</summary>
internal sealed record OpenBusiness
{
    public long? ApplicationId { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public ApplicationStatus Status { get; init; }

    public string InSchoolName { get; init; } = "";

    public string OutSchoolName { get; init; } = "";

    public string StepLabel { get; init; } = "";

    public string WaitingUnitName { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public string Text { get; init; } = "";
}
