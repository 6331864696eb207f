namespace Portal.GraduationClearance.Schemes;

/// <summary>The steps of a scheme as an administrator configures them.</summary>
public sealed class StepQueries(DbDataSource source)
{
    private const string Columns =
        """
        id, scheme_id, code, name, seq, unit_id, mode, is_required, is_final, applies_to_hukou_transfer, applies_to_dormitory,
        remark_required_on_fail, place, hours, contact, guide, due_at, version
        """;

    private const string Prerequisites =
        """
        select p.step_id, p.requires_step_id
        from graduationclearance_step_prerequisite p
        join graduationclearance_step s on s.id = p.step_id
        where s.scheme_id = @schemeId
        """;

    public async Task<IReadOnlyList<Step>> ListAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var steps = await connection.QueryAsync<Step>(new CommandDefinition(
            $"select {Columns} from graduationclearance_step where scheme_id = @schemeId order by seq, id", new { schemeId }, cancellationToken: cancellationToken));
        var links = await connection.QueryAsync<PrerequisiteRow>(new CommandDefinition(Prerequisites, new { schemeId }, cancellationToken: cancellationToken));
        return WithPrerequisites(steps, links);
    }

    public async Task<Step?> FindAsync(long schemeId, long stepId, CancellationToken cancellationToken) =>
        (await ListAsync(schemeId, cancellationToken)).FirstOrDefault(step => step.Id == stepId);

    public async Task<int> CountRecordsAsync(long stepId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from graduationclearance_step_record where step_id = @stepId", new { stepId }, cancellationToken: cancellationToken));
    }

    internal static async Task<IReadOnlyList<Step>> ListAsync(WriteTransaction transaction, long schemeId) => WithPrerequisites(
        await transaction.QueryAsync<Step>($"select {Columns} from graduationclearance_step where scheme_id = @schemeId order by seq, id", new { schemeId }),
        await transaction.QueryAsync<PrerequisiteRow>(Prerequisites, new { schemeId }));

    private static IReadOnlyList<Step> WithPrerequisites(IEnumerable<Step> steps, IEnumerable<PrerequisiteRow> links)
    {
        var required = links.ToLookup(link => link.StepId, link => link.RequiresStepId);
        return [.. steps.Select(step => step with { PrerequisiteIds = [.. required[step.Id]] })];
    }

    private sealed record PrerequisiteRow
    {
        public long StepId { get; init; }

        public long RequiresStepId { get; init; }
    }
}
