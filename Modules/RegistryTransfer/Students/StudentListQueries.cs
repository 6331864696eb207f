using System.Runtime.CompilerServices;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Students;

/// <summary>Students of one school, or those a bureau looks for in its region.</summary>
internal sealed class StudentListQueries(DbDataSource source, ScopeService scope)
{
    private const int ExportChunk = 500;

    // Primary school first, as Grade.Order counts; the codes alone would put J before P.
    private const string GradeOrder = "10 * case substr(e.grade, 1, 1) when 'P' then 1 when 'J' then 2 else 4 end + substr(e.grade, 2, 1)";

    public async Task<KeysetPage<StudentRow>> ListAsync(StudentFilter filter, long? school, string? after, string? before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await ReadAsync(connection, filter, school, after, before, KeysetPage.Take, cancellationToken);
        return KeysetPage.Of(rows, after is not null, after is null && before is not null);
    }

    /// <summary>All rows of the filter in the order of the list, a few hundred in memory at a time.</summary>
    public async IAsyncEnumerable<StudentRow> StreamAsync(StudentFilter filter, long? school, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        for (string? after = null; ;)
        {
            var rows = await ReadAsync(connection, filter, school, after, null, ExportChunk, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < ExportChunk)
                yield break;
            after = rows[^1].Key;
        }
    }

    /// <summary>Classes in use at a school, for the filter.</summary>
    public async Task<IReadOnlyList<string>> ClassesAsync(long school, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct class_no from registrytransfer_enrolment where school_id = @school and end_on is null order by class_no", new { school }, cancellationToken: cancellationToken))).AsList();
    }

    private async Task<List<StudentRow>> ReadAsync(
        DbConnection connection, StudentFilter filter, long? school, string? after, string? before, int limit, CancellationToken cancellationToken)
    {
        var key = (after ?? before)?.Split('-');
        var order = key is [var text, _] ? Grade.Find(text)?.Order : null;
        var parameters = filter.Parameters(school);
        parameters.AddDynamicParams(new { scope.From, scope.To, keyOrder = order, keyId = key is [_, var id] && long.TryParse(id, out var number) ? number : 0, limit });
        var sign = after is not null ? ">" : "<";
        return (await connection.QueryAsync<StudentRow>(new CommandDefinition(
            $"""
            select s.id, e.id as enrolment_id, s.number, s.name, s.gender, s.birth_date, s.id_card_masked, s.problem, e.school_id, u.name as school_name,
                   e.grade, e.class_no, e.boarding, e.status, e.start_on, e.end_on,
                   case when exists (select 1 from registrytransfer_application a where a.open_student_id = s.id) then 1 else 0 end as has_open_application
            from registrytransfer_enrolment e
            join registrytransfer_student s on s.id = e.student_id
            join organisation_unit u on u.id = e.school_id
            where {filter.Where(school is not null)}
              {(order is null ? "" : $"and {GradeOrder} {sign}= @keyOrder and ({GradeOrder} {sign} @keyOrder or e.id {sign} @keyId)")}
            order by {(before is not null && after is null ? $"{GradeOrder} desc, e.id desc" : $"{GradeOrder}, e.id")}
            limit @limit
            """,
            parameters,
            cancellationToken: cancellationToken))).AsList();
    }
}
