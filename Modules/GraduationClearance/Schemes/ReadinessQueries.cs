using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>Checks a scheme before the season does: steps, grants, roster, records, and whether somebody decides for every department.</summary>
public sealed class ReadinessQueries(DbDataSource source, StepQueries stepQueries, GrantQueries grantQueries, IUnitTree tree, TimeProvider clock)
{
    private const int NamedDepartments = 5;

    public async Task<Readiness> CheckAsync(Scheme scheme, CancellationToken cancellationToken)
    {
        var steps = await stepQueries.ListAsync(scheme.Id, cancellationToken);
        var grants = (await grantQueries.ListAsync(scheme.Id, cancellationToken)).Where(grant => grant.State == GrantState.Valid).ToLookup(grant => grant.Grant.StepId);
        var departments = await ListDepartmentsAsync(scheme.Id, cancellationToken);
        var without = steps.Count == 0 ? 0 : await CountWithoutRecordsAsync(scheme.Id, steps.Count, cancellationToken);
        var issues = new List<ReadinessIssue>();
        if (scheme.CloseAt < clock.GetUtcNow().UtcDateTime)
            issues.Add(new(true, "办理期已过，开放后也不能办理。请修改结束时间。"));
        if (steps.Count == 0)
            issues.Add(new(true, "还没有环节。请新建环节，或从其他方案复制。"));
        foreach (var step in steps.Where(step => step.Mode == StepMode.Manual))
            issues.AddRange(CheckStep(step, [.. grants[step.Id]], departments));
        var single = steps.Where(step => step.Mode == StepMode.Manual && PeopleOf(grants[step.Id]) == 1).Select(step => step.Name).ToArray();
        if (single.Length > 0)
            issues.Add(new(false, $"只有 1 人可以办理的环节：{string.Join("、", single)}。此人不在时业务会停，建议至少两人。"));
        if (steps.Count > 0 && steps.All(step => !step.IsFinal))
            issues.Add(new(false, "没有末环节。证书发放一般设为末环节，其他必办环节全部通过后才能办理。"));
        if (departments.Count == 0)
            issues.Add(new(true, "名单为空。请导入离校学生名单。"));
        if (without > 0)
            issues.Add(new(true, $"{without} 名学生缺少办理记录，操作员看不到他们。请初始化离校数据。"));
        return new Readiness
        {
            Issues = issues,
            Students = departments.Sum(department => department.Students),
            Departments = departments.Count,
            StudentsWithoutRecords = without,
        };
    }

    private IEnumerable<ReadinessIssue> CheckStep(Step step, IReadOnlyList<GrantView> grants, IReadOnlyList<DepartmentCount> departments)
    {
        if (grants.Count == 0)
        {
            yield return new(true, $"环节“{step.Name}”没有有效的授权，无人可以办理。");
            yield break;
        }

        if (PeopleOf(grants) == 0)
        {
            yield return new(true, $"环节“{step.Name}”的授权目前没有人持有，无人可以办理。请在组织机构中安排岗位。");
            yield break;
        }

        var unserved = departments.Where(department => !grants.Any(grant => grant.Posts.Any(post => Serves(grant, post, department.DepartmentId)))).ToArray();
        if (unserved.Length > 0)
        {
            var names = string.Join("、", unserved.Take(NamedDepartments).Select(department => $"{tree.Find(department.DepartmentId)?.Name ?? "已删除的单位"}（{department.Students} 人）"));
            yield return new(true, $"环节“{step.Name}”在 {unserved.Length} 个院系无人办理：{names}{(unserved.Length > NamedDepartments ? " 等" : "")}。");
        }
    }

    private static int PeopleOf(IEnumerable<GrantView> grants) => grants.SelectMany(grant => grant.Posts).Select(post => post.PersonId).Distinct().Count();

    private bool Serves(GrantView grant, Post post, long departmentId) =>
        grant.Grant.Scope == GrantScope.WholeSchool || tree.IsWithin(departmentId, post.UnitId);

    private async Task<IReadOnlyList<DepartmentCount>> ListDepartmentsAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<DepartmentCount>(new CommandDefinition(
            """
            select department_id, count(*) as students
            from graduationclearance_student
            where scheme_id = @schemeId and status = @active
            group by department_id
            order by count(*) desc, department_id
            """,
            new { schemeId, active = (int)RosterStatus.Active },
            cancellationToken: cancellationToken))).AsList();
    }

    private async Task<int> CountWithoutRecordsAsync(long schemeId, int steps, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            select count(*)
            from graduationclearance_student s
            where s.scheme_id = @schemeId
              and s.status = @active
              and (select count(*) from graduationclearance_step_record r where r.student_id = s.id) < @steps
            """,
            new { schemeId, active = (int)RosterStatus.Active, steps },
            cancellationToken: cancellationToken));
    }

    private sealed record DepartmentCount
    {
        public long DepartmentId { get; init; }

        public int Students { get; init; }
    }
}
