namespace Portal.GraduationClearance.Roster;

/// <summary>The roster of a scheme, page by page.</summary>
public sealed class RosterQueries(DbDataSource source)
{
    public const int PageSize = 50;

    /// <summary>One page after (or, backwards, before) a 学号; one row more than <see cref="PageSize"/> when there is a next page.</summary>
    public async Task<IReadOnlyList<RosterRow>> ListAsync(long schemeId, RosterFilter filter, string? after, string? before, CancellationToken cancellationToken)
    {
        var backwards = before is not null;
        var conditions = new List<string> { "scheme_id = @schemeId" };
        if (!string.IsNullOrWhiteSpace(filter.StudentNo))
            conditions.Add("student_no = @studentNo");
        if (!string.IsNullOrWhiteSpace(filter.Name))
            conditions.Add("instr(name, @name) > 0");
        if (filter.DepartmentId is not null)
            conditions.Add("department_id = @DepartmentId");
        if (filter.Status is not null)
            conditions.Add("status = @status");
        if (after is not null)
            conditions.Add("student_no > @after");
        else if (backwards)
            conditions.Add("student_no < @before");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<RosterRow>(new CommandDefinition(
            $"""
            select {RosterRows.Columns}
            from graduationclearance_student
            where {string.Join(" and ", conditions)}
            order by student_no {(backwards ? "desc" : "")}
            limit @limit
            """,
            new
            {
                schemeId,
                studentNo = filter.StudentNo?.Trim(),
                name = filter.Name?.Trim(),
                filter.DepartmentId,
                status = (int?)filter.Status,
                after,
                before,
                limit = PageSize + 1,
            },
            cancellationToken: cancellationToken))).AsList();
        if (backwards)
            rows.Reverse();
        return rows;
    }

    public async Task<RosterRow?> FindAsync(long schemeId, long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<RosterRow>(new CommandDefinition(
            $"select {RosterRows.Columns} from graduationclearance_student where id = @studentId and scheme_id = @schemeId",
            new { studentId, schemeId },
            cancellationToken: cancellationToken));
    }

    /// <summary>How many steps were passed or failed for a student; named before he is removed.</summary>
    public async Task<int> CountDecidedAsync(long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from graduationclearance_step_record where student_id = @studentId and status in (@passed, @failed)",
            new { studentId, passed = (int)Model.StepStatus.Passed, failed = (int)Model.StepStatus.Failed },
            cancellationToken: cancellationToken));
    }
}
