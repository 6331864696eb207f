using System.Runtime.CompilerServices;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Records;

/// <summary>The records of one step, in the order of 学号.</summary>
public sealed class RecordQueries(DbDataSource source, LocalTime time)
{
    public const int PageSize = 50;
    private const int ExportChunk = 1000;

    public async Task<KeysetPage<RecordRow>> ListAsync(RecordFilter filter, DepartmentReach reach, string? after, string? before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return KeysetPage.Of(
            await ReadAsync(connection, filter, reach, after, before, PageSize + 1, cancellationToken), after is not null, after is null && before is not null, PageSize);
    }

    public async IAsyncEnumerable<RecordRow> StreamAsync(RecordFilter filter, DepartmentReach reach, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        for (string? after = null; ;)
        {
            var rows = await ReadAsync(connection, filter, reach, after, null, ExportChunk, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < ExportChunk)
                yield break;
            after = rows[^1].StudentNo;
        }
    }

    private async Task<List<RecordRow>> ReadAsync(
        DbConnection connection, RecordFilter filter, DepartmentReach reach, string? after, string? before, int limit, CancellationToken cancellationToken)
    {
        // With a status the index of the records is in the order of the page, without one that of the roster is.
        var key = filter.Status is null ? "s.student_no" : "r.student_no";
        return (await connection.QueryAsync<RecordRow>(new CommandDefinition(
            $"""
            select s.id as student_id, s.student_no, s.name, coalesce(u.name, '') as department_name, s.major, s.class_name,
                   r.status, r.decided_by_name, r.decided_at, r.source, r.remark, r.batch_id
            from graduationclearance_step_record r
            join graduationclearance_student s on s.id = r.student_id
            left join organisation_unit u on u.id = s.department_id
            where {Where(filter, reach)}
              {(after is not null ? $"and {key} > @after" : before is not null ? $"and {key} < @before" : "")}
            order by {key} {(before is not null && after is null ? "desc" : "")}
            limit @limit
            """,
            reach.With(new
            {
                filter.SchemeId,
                filter.StepId,
                status = (int?)filter.Status,
                filter.DepartmentId,
                operatorName = filter.Operator?.Trim(),
                student = filter.Student?.Trim(),
                fromTime = Start(filter.From),
                toTime = filter.To is { } last ? time.ToUtc(last.ToDateTime(TimeOnly.MaxValue)) : (DateTime?)null,
                active = (int)RosterStatus.Active,
                after,
                before,
                limit,
            }),
            cancellationToken: cancellationToken))).AsList();
    }

    private static string Where(RecordFilter filter, DepartmentReach reach)
    {
        List<string> conditions = ["s.scheme_id = @SchemeId", "s.status = @active", "r.step_id = @StepId", reach.Sql("s.department_id")];
        AddIf(filter.Status is not null, "r.status = @status");
        AddIf(filter.DepartmentId is not null, "s.department_id = @DepartmentId");
        AddIf(!string.IsNullOrWhiteSpace(filter.Operator), "instr(r.decided_by_name, @operatorName) > 0");
        AddIf(!string.IsNullOrWhiteSpace(filter.Student), "(s.student_no = @student or instr(s.name, @student) > 0)");
        AddIf(filter.From is not null, "r.decided_at >= @fromTime");
        AddIf(filter.To is not null, "r.decided_at < @toTime");
        return string.Join(" and ", conditions);

        void AddIf(bool given, string condition)
        {
            if (given)
                conditions.Add(condition);
        }
    }

    private DateTime? Start(DateOnly? day) => day is { } date ? time.ToUtc(date.ToDateTime(TimeOnly.MinValue)) : null;
}
