using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>Students of a scheme in the operator's reach; with a step, their records of it.</summary>
public sealed class BatchQueries(DbDataSource source)
{
    public const int PageSize = 50;

    /// <summary>One page after (or, backwards, before) a 学号; one row more than <see cref="PageSize"/> when there is a next page.</summary>
    public async Task<IReadOnlyList<BatchRow>> ListAsync(
        BatchFilter filter, DepartmentReach reach, string? after, string? before, CancellationToken cancellationToken)
    {
        var backwards = before is not null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<BatchRow>(new CommandDefinition(
            $"""
            select s.id, s.student_no, s.name, s.gender, s.birth_date, s.id_card_masked, coalesce(u.name, '') as department_name, s.major, s.class_name,
                   s.student_category, s.education_level, s.hukou_transfer, s.dormitory{(filter.StepId is null ? "" : ", r.status as step_status, r.version")}
            {From(filter)}
            where {Where(filter, reach)}
              {(after is not null ? "and s.student_no > @after" : backwards ? "and s.student_no < @before" : "")}
            order by s.student_no {(backwards ? "desc" : "")}
            limit @limit
            """,
            Parameters(filter, reach, after, before),
            cancellationToken: cancellationToken))).AsList();
        if (backwards)
            rows.Reverse();
        return rows;
    }

    public async Task<int> CountAsync(BatchFilter filter, DepartmentReach reach, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"select count(*) {From(filter)} where {Where(filter, reach)}", Parameters(filter, reach, null, null), cancellationToken: cancellationToken));
    }

    /// <summary>All students of a filter, for 选择全部; at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<long>> ListIdsAsync(BatchFilter filter, DepartmentReach reach, int limit, CancellationToken cancellationToken)
    {
        var parameters = Parameters(filter, reach, null, null);
        parameters.Add("limit", limit);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            $"select s.id {From(filter)} where {Where(filter, reach)} order by s.student_no limit @limit", parameters, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Names for the confirmation: the ticked students that are really in reach.</summary>
    public async Task<IReadOnlyList<StudentFacts>> ListTickedAsync(long schemeId, DepartmentReach reach, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StudentFacts>(new CommandDefinition(
            $"""
            select s.id, s.student_no, s.name
            from graduationclearance_student s
            where s.scheme_id = @schemeId and s.id in @ids and {reach.Sql("s.department_id")}
            order by s.student_no
            """,
            reach.With(new { schemeId, ids }),
            cancellationToken: cancellationToken))).AsList();
    }

    private static string From(BatchFilter filter) =>
        $"""
        from graduationclearance_student s
        left join organisation_unit u on u.id = s.department_id
        {(filter.StepId is null ? "" : "join graduationclearance_step_record r on r.student_id = s.id and r.step_id = @StepId")}
        {(filter.RefusedInBatch is null ? "" : "join graduationclearance_batch_row b on b.student_id = s.id and b.batch_id = @RefusedInBatch and b.outcome = @refused")}
        """;

    private static string Where(BatchFilter filter, DepartmentReach reach)
    {
        var conditions = new List<string> { "s.scheme_id = @SchemeId", "s.status = @active", reach.Sql("s.department_id") };
        Add(filter.StudentNo, "s.student_no = @StudentNo");
        Add(filter.Name, "instr(s.name, @Name) > 0");
        Add(filter.Major, "instr(s.major, @Major) > 0");
        Add(filter.ClassName, "instr(s.class_name, @ClassName) > 0");
        Add(filter.EducationLevel, "s.education_level = @EducationLevel");
        Add(filter.Gender, "s.gender = @Gender");
        if (filter.DepartmentId is not null)
            conditions.Add("s.department_id = @DepartmentId");
        if (filter.StepId is not null)
            conditions.Add(filter.Status is null ? "r.status <> @notRequired" : "r.status = @status");
        return string.Join(" and ", conditions);

        void Add(string? value, string condition)
        {
            if (!string.IsNullOrWhiteSpace(value))
                conditions.Add(condition);
        }
    }

    private static DynamicParameters Parameters(BatchFilter filter, DepartmentReach reach, string? after, string? before) =>
        reach.With(new
        {
            filter.SchemeId,
            filter.StepId,
            StudentNo = filter.StudentNo?.Trim(),
            Name = filter.Name?.Trim(),
            Major = filter.Major?.Trim(),
            ClassName = filter.ClassName?.Trim(),
            filter.EducationLevel,
            filter.Gender,
            filter.DepartmentId,
            filter.RefusedInBatch,
            active = (int)RosterStatus.Active,
            notRequired = (int)StepStatus.NotRequired,
            status = (int?)filter.Status,
            refused = (int)Decisions.DecisionOutcome.Refused,
            after,
            before,
            limit = PageSize + 1,
        });
}
