using System.Runtime.CompilerServices;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Certificates;

namespace Portal.GraduationClearance.Pages.Certificates;

/// <summary>发放登记: what was handed out, the newest first.</summary>
public sealed class RegisterQueries(DbDataSource source, CertificateReachService reaches, IUnitContext context)
{
    public const int PageSize = 50;
    private const int ExportChunk = 1000;
    private const int MostRecent = 10;

    public async Task<KeysetPage<RegisterRow>> ListAsync(RegisterFilter filter, long? after, long? before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return KeysetPage.Of(
            await ReadAsync(connection, filter, after, before, PageSize + 1, cancellationToken), after is not null, after is null && before is not null, PageSize);
    }

    public async IAsyncEnumerable<RegisterRow> StreamAsync(RegisterFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        for (long? after = null; ;)
        {
            var rows = await ReadAsync(connection, filter, after, null, ExportChunk, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < ExportChunk)
                yield break;
            after = rows[^1].Certificate.Id;
        }
    }

    /// <summary>At most so many rows, for the sheet people sign.</summary>
    public async Task<IReadOnlyList<RegisterRow>> ListSheetAsync(RegisterFilter filter, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, filter, null, null, limit, cancellationToken);
    }

    /// <summary>The last ones this person handed out.</summary>
    public async Task<IReadOnlyList<RegisterRow>> ListRecentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, new RegisterFilter(), null, null, MostRecent, cancellationToken, "c.issued_by = @personId");
    }

    private async Task<List<RegisterRow>> ReadAsync(
        DbConnection connection, RegisterFilter filter, long? after, long? before, int limit, CancellationToken cancellationToken, string more = "1 = 1")
    {
        var reach = reaches.Reach;
        return (await connection.QueryAsync<Certificate, RegisterStudent, RegisterRow>(
            new CommandDefinition(
                $"""
                select c.id, c.kind, c.serial_no, c.issued_on, c.issued_by_name, c.issued_at, c.receiver, c.delegate_name, c.delegate_id_masked, c.delegate_phone, c.note,
                       c.voided_at, c.voided_by_name, c.void_reason, c.version,
                       s.id as student_id, s.student_no, s.name, coalesce(u.name, '') as department_name, s.major, s.class_name, h.name as scheme_name
                from graduationclearance_certificate c
                join graduationclearance_student s on s.id = c.student_id
                join graduationclearance_scheme h on h.id = s.scheme_id
                left join organisation_unit u on u.id = s.department_id
                where {Where(filter, reach)} and {more}
                  {(after is not null ? "and c.id < @after" : before is not null ? "and c.id > @before" : "")}
                order by c.id {(before is not null && after is null ? "" : "desc")}
                limit @limit
                """,
                reach.With(new
                {
                    filter.SchemeId,
                    filter.DepartmentId,
                    kind = (int?)filter.Kind,
                    serialNo = filter.SerialNo?.Trim(),
                    student = filter.Student?.Trim(),
                    filter.From,
                    filter.To,
                    personId = context.Person?.Id,
                    after,
                    before,
                    limit,
                }),
                cancellationToken: cancellationToken),
            (certificate, student) => new RegisterRow { Certificate = certificate, Student = student },
            splitOn: "student_id")).AsList();
    }

    private static string Where(RegisterFilter filter, DepartmentReach reach)
    {
        List<string> conditions = [reach.Sql("s.department_id")];
        AddIf(filter.SchemeId is not null, "s.scheme_id = @SchemeId");
        AddIf(filter.DepartmentId is not null, "s.department_id = @DepartmentId");
        AddIf(filter.Kind is not null, "c.kind = @kind");
        AddIf(filter.Valid is not null, filter.Valid == true ? "c.void_mark = 0" : "c.void_mark <> 0");
        AddIf(!string.IsNullOrWhiteSpace(filter.SerialNo), "instr(c.serial_no, @serialNo) > 0");
        AddIf(!string.IsNullOrWhiteSpace(filter.Student), "(s.student_no = @student or instr(s.name, @student) > 0)");
        AddIf(filter.From is not null, "c.issued_on >= @From");
        AddIf(filter.To is not null, "c.issued_on <= @To");
        return string.Join(" and ", conditions);

        void AddIf(bool given, string condition)
        {
            if (given)
                conditions.Add(condition);
        }
    }
}
