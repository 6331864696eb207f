using System.Runtime.CompilerServices;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Students;

/// <summary>The matrix: one query for students, one for their records, however many they are.</summary>
public sealed class StudentQueries(DbDataSource source)
{
    public const int PageSize = 50;

    /// <summary>Counting further would cost more than the page itself.</summary>
    public const int MostCounted = 10_000;

    // As many as go into one statement without slowing the look-up of parameters.
    private const int ExportChunk = 500;

    public async Task<KeysetPage<MatrixRow>> ListAsync(
        StudentFilter filter, DepartmentReach reach, IReadOnlyList<StepHead> steps, string? after, string? before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await ReadAsync(connection, filter, reach, after, before, PageSize + 1, false, cancellationToken);
        var page = KeysetPage.Of(rows, after is not null, after is null && before is not null, PageSize);
        await FillAsync(connection, page.Rows, steps, cancellationToken);
        return page;
    }

    /// <summary>How many the filter finds; one more than <see cref="MostCounted"/> stands for all beyond.</summary>
    public async Task<int> CountAsync(StudentFilter filter, DepartmentReach reach, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var parameters = filter.Parameters(reach);
        parameters.AddDynamicParams(new { limit = MostCounted + 1 });
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"select count(*) from (select 1 from graduationclearance_student s where {filter.Where(reach)} limit @limit) found", parameters, cancellationToken: cancellationToken));
    }

    /// <summary>All rows of the filter in the order of the list, a few hundred in memory at a time.</summary>
    public async IAsyncEnumerable<MatrixRow> StreamAsync(
        StudentFilter filter, DepartmentReach reach, IReadOnlyList<StepHead> steps, bool withIdCard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        for (string? after = null; ;)
        {
            var rows = await ReadAsync(connection, filter, reach, after, null, ExportChunk, withIdCard, cancellationToken);
            await FillAsync(connection, rows, steps, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < ExportChunk)
                yield break;
            after = rows[^1].StudentNo;
        }
    }

    private static async Task<List<MatrixRow>> ReadAsync(
        DbConnection connection, StudentFilter filter, DepartmentReach reach, string? after, string? before, int limit, bool withIdCard, CancellationToken cancellationToken)
    {
        var parameters = filter.Parameters(reach);
        parameters.AddDynamicParams(new { after, before, limit, materials = (int)CertificateKind.Materials });
        return (await connection.QueryAsync<MatrixRow>(new CommandDefinition(
            $"""
            select s.id, s.student_no, s.name, u.name as department_name, s.major, s.class_name, s.student_category, s.education_level,
                   s.hukou_transfer, s.dormitory, s.id_card_masked, {(withIdCard ? "s.id_card_secret" : "null as id_card_secret")},
                   (select count(*)
                    from graduationclearance_certificate c
                    where c.student_id = s.id and c.void_mark = 0 and c.kind <> @materials) as certificates
            from graduationclearance_student s
            left join organisation_unit u on u.id = s.department_id
            where {filter.Where(reach)}
              {(after is not null ? "and s.student_no > @after" : before is not null ? "and s.student_no < @before" : "")}
            order by s.student_no {(before is not null && after is null ? "desc" : "")}
            limit @limit
            """,
            parameters,
            cancellationToken: cancellationToken))).AsList();
    }

    private static async Task FillAsync(DbConnection connection, IReadOnlyList<MatrixRow> rows, IReadOnlyList<StepHead> steps, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        var columns = steps.Select((step, index) => (step.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var byId = rows.ToDictionary(row => row.Id);
        foreach (var row in rows)
            row.Cells = new StepStatus?[steps.Count];
        var cells = await connection.QueryAsync<MatrixCell>(new CommandDefinition(
            "select student_id, step_id, status from graduationclearance_step_record where student_id in @ids",
            new { ids = byId.Keys },
            cancellationToken: cancellationToken));
        foreach (var cell in cells)
        {
            if (columns.TryGetValue(cell.StepId, out var column))
                byId[cell.StudentId].Cells[column] = cell.Status;
        }
    }

    private sealed record MatrixCell
    {
        public long StudentId { get; init; }

        public long StepId { get; init; }

        public StepStatus Status { get; init; }
    }
}
