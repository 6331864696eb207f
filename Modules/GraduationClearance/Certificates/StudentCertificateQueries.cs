namespace Portal.GraduationClearance.Certificates;

public sealed class StudentCertificateQueries(DbDataSource source)
{
    /// <summary>Everything ever handed out to a student, valid ones first.</summary>
    public async Task<IReadOnlyList<Certificate>> ListAsync(long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Certificate>(new CommandDefinition(
            """
            select id, kind, serial_no, issued_on, issued_by_name, issued_at, receiver, delegate_name, delegate_id_masked, delegate_phone, note,
                   voided_at, voided_by_name, void_reason, version
            from graduationclearance_certificate
            where student_id = @studentId
            order by case when void_mark = 0 then 0 else 1 end, id
            """,
            new { studentId },
            cancellationToken: cancellationToken))).AsList();
    }
}
