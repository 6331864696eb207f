using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Certificates;

/// <summary>Finds the student at the certificate desk.</summary>
public sealed class CertificateStudentQueries(DbDataSource source, CertificateReachService reaches)
{
    public const int MostHits = 20;

    internal const string Columns =
        """
        s.id, s.scheme_id, c.name as scheme_name, c.status as scheme_status, s.student_no, s.name, s.gender, s.id_card_masked, s.department_id,
        coalesce(u.name, '') as department_name, s.major, s.class_name, s.leave_type, s.status, s.removed_reason
        """;

    internal const string From =
        """
        from graduationclearance_student s
        join graduationclearance_scheme c on c.id = s.scheme_id
        left join organisation_unit u on u.id = s.department_id
        """;

    /// <summary>Students in reach whose 学号 is the text, else those whose 姓名 contains it; one more than <see cref="MostHits"/> when there are many.</summary>
    public async Task<IReadOnlyList<CertificateStudent>> SearchAsync(string text, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var hits = await SearchAsync(connection, "s.student_no = @text", text, cancellationToken);
        if (hits.Count == 0)
            hits = await SearchAsync(connection, "instr(s.name, @text) > 0", text, cancellationToken);
        if (hits.Count == 0)
            return hits;
        var states = await OverallStateQueries.FindAsync(connection, [.. hits.Select(hit => hit.Id)], cancellationToken);
        foreach (var hit in hits)
            hit.State = states.GetValueOrDefault(hit.Id);
        return hits;
    }

    /// <summary>Null for a student who does not exist or is not in reach: the page answers 404 for both.</summary>
    public async Task<CertificateStudent?> FindAsync(long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var student = await connection.QueryFirstOrDefaultAsync<CertificateStudent>(new CommandDefinition(
            $"select {Columns} {From} where s.id = @studentId and c.status <> @draft",
            new { studentId, draft = (int)SchemeStatus.Draft },
            cancellationToken: cancellationToken));
        if (student is null || !reaches.Reach.Contains(student.DepartmentId))
            return null;
        student.State = (await OverallStateQueries.FindAsync(connection, [studentId], cancellationToken)).GetValueOrDefault(studentId);
        return student;
    }

    /// <summary>The steps that keep the gate shut, for the page; issuing asks again inside its transaction.</summary>
    public async Task<IReadOnlyList<OpenStep>> ListOpenStepsAsync(CertificateStudent student, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<OpenStep>(new CommandDefinition(
            CertificateGate.Sql, CertificateGate.Parameters(student.SchemeId, student.Id), cancellationToken: cancellationToken))).AsList();
    }

    private async Task<IReadOnlyList<CertificateStudent>> SearchAsync(DbConnection connection, string condition, string text, CancellationToken cancellationToken)
    {
        var reach = reaches.Reach;
        return (await connection.QueryAsync<CertificateStudent>(new CommandDefinition(
            $"""
            select {Columns}
            {From}
            where c.status in (@open, @closed)
              and s.status = @active
              and {reach.Sql("s.department_id")}
              and {condition}
            order by c.status, s.student_no, s.id
            limit @limit
            """,
            reach.With(new
            {
                text,
                open = (int)SchemeStatus.Open,
                closed = (int)SchemeStatus.Closed,
                active = (int)RosterStatus.Active,
                limit = MostHits + 1,
            }),
            cancellationToken: cancellationToken))).AsList();
    }
}
