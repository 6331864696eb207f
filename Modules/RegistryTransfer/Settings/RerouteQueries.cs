using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Settings;

/// <summary>Entered steps of the own province that may be given to another bureau.</summary>
internal sealed class RerouteQueries(DbDataSource source)
{
    /// <summary>Applications that wait for a bureau of the province, the oldest first.</summary>
    public async Task<KeysetPage<WaitingApplication>> ListAsync(ConfigScope scope, long? after, long? before, CancellationToken cancellationToken)
    {
        var backwards = before is not null && after is null;
        var rows = await ReadAsync(
            scope,
            $"""
            {(after is not null ? "and review.id > @after" : backwards ? "and review.id < @before" : "")}
            order by review.id {(backwards ? "desc" : "")}
            """,
            new { scope.ProvinceId, after, before, KeysetPage.Take },
            cancellationToken);
        return KeysetPage.Of(rows, after is not null, backwards);
    }

    public async Task<WaitingApplication?> FindAsync(ConfigScope scope, long id, CancellationToken cancellationToken) =>
        await ReadAsync(scope, "and a.id = @id", new { scope.ProvinceId, id, Take = 1 }, cancellationToken) is [var found, ..] ? found : null;

    private async Task<IReadOnlyList<WaitingApplication>> ReadAsync(ConfigScope scope, string rest, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<WaitingApplication>(new CommandDefinition(
            $"""
            select a.id, a.review_id, a.number, a.kind, a.student_name, a.in_school_name, a.out_school_name, a.step_label, a.waiting_unit_id, a.waiting_unit_name,
                   a.due_at, review.version, bureau.province_id
            from registrytransfer_bureau bureau
            join toolkit_review review on review.waiting_unit_id = bureau.unit_id
            join registrytransfer_application a on a.id = review.subject_id and a.review_id = review.id
            where review.waiting_unit_id is not null
              {(scope.IsNation ? "" : "and bureau.province_id = @ProvinceId")}
              {rest}
            limit @Take
            """,
            parameters,
            cancellationToken: cancellationToken));
        // The ministry sees persons only in part.
        return [.. rows.Select(row => scope.IsNation ? row with { StudentName = PersonName.Mask(row.StudentName) } : row)];
    }
}

/// <summary>An application whose step waits for a bureau.</summary>
internal sealed record WaitingApplication
{
    public long Id { get; init; }

    public long ReviewId { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public string StudentName { get; init; } = "";

    public string InSchoolName { get; init; } = "";

    public string OutSchoolName { get; init; } = "";

    public string StepLabel { get; init; } = "";

    public long WaitingUnitId { get; init; }

    public string WaitingUnitName { get; init; } = "";

    /// <summary>UTC; the first moment after the last day.</summary>
    public DateTime? DueAt { get; init; }

    public long Version { get; init; }

    public long ProvinceId { get; init; }
}
