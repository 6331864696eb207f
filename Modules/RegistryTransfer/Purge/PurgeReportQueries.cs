
namespace Portal.RegistryTransfer.Purge;

/// <summary>清理报告: what the purge ended among the applications a unit is involved in.</summary>
internal sealed class PurgeReportQueries(DbDataSource source, IUnitContext context, IUnitTree tree)
{
    /// <summary>Newest first, behind an id.</summary>
    public async Task<IReadOnlyList<PurgeRow>> ListAsync(long? after, int take, CancellationToken cancellationToken)
    {
        var isNation = tree.Root?.Id == context.UnitId;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<PurgeRow>(new CommandDefinition(
            $"""
            select p.id, p.application_id, a.number, a.kind, a.student_name, a.in_school_name, a.out_school_name, p.reason, p.idle_days, p.purged_at
            from registrytransfer_purge_row p
            join registrytransfer_application a on a.id = p.application_id
            where {(isNation ? "1 = 1" : "exists (select 1 from registrytransfer_application_unit u where u.unit_id = @UnitId and u.application_id = p.application_id)")}
              {(after is null ? "" : "and p.id < @after")}
            order by p.id desc
            limit @take
            """,
            new { context.UnitId, after, take },
            cancellationToken: cancellationToken))).AsList();
        return isNation ? [.. rows.Select(row => row with { StudentName = PersonName.Mask(row.StudentName) })] : rows;
    }
}
