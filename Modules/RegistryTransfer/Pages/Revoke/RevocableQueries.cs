using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Pages.Query;

namespace Portal.RegistryTransfer.Pages.Revoke;

/// <summary>撤销: the school's own applications that are still under review.</summary>
internal sealed class RevocableQueries(DbDataSource source, IUnitContext context)
{
    /// <summary>Reads behind an id, newest first.</summary>
    public async Task<IReadOnlyList<ApplicationRow>> ListAsync(ApplicationKind kind, long? after, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ApplicationRow>(new CommandDefinition(
            $"""
            select {ApplicationRow.Columns}
            from registrytransfer_application_unit u
            join registrytransfer_application a on a.id = u.application_id
            {ApplicationRow.Provinces}
            where u.unit_id = @UnitId
              and u.kind = @kind
              and u.is_open = 1
              and a.in_school_id = @UnitId
              and a.status < @Archiving
              {(after is null ? "" : "and u.application_id < @after")}
            order by u.application_id desc
            limit @take
            """,
            new { context.UnitId, kind, ApplicationStatus.Archiving, after, take },
            cancellationToken: cancellationToken))).AsList();
    }
}
