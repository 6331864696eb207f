namespace Portal.InternationalExchange.Students;

/// <summary>Who has no counsellor yet.</summary>
internal sealed class CounsellorQueries(DbDataSource source)
{
    /// <summary>Registered students without a counsellor, longest waiting first.</summary>
    public async Task<IReadOnlyList<UnassignedStudent>> UnassignedAsync(int most, CancellationToken cancellationToken)
    {
        const string sql =
            """
            select record.id, record.no, record.title, record.start_on, unit.name as college
            from toolkit_record_due due
            join toolkit_record record on record.id = due.record_id
            left join toolkit_record_unit shared on shared.record_id = record.id and shared.role = 'partner'
            left join organisation_unit unit on unit.id = shared.unit_id
            where due.is_open = 1
              and due.type = @TypeKey
              and due.due_key = @CounsellorDue
            order by due.due_at, record.id
            limit @most
            """;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<UnassignedStudent>(
            new CommandDefinition(sql, new { IntlStudentType.TypeKey, IntlStudentType.CounsellorDue, most }, cancellationToken: cancellationToken))).AsList();
    }
}

/// <summary>A student without a counsellor.</summary>
internal sealed record UnassignedStudent
{
    public long Id { get; init; }

    public string No { get; init; } = "";

    public string Title { get; init; } = "";

    public DateOnly? StartOn { get; init; }

    public string? College { get; init; }
}
