using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>One application for those who may see it; to everybody else it does not exist.</summary>
internal sealed class ApplicationDetailsQueries(DbDataSource source, ApplicationAccessQueries access, QueryReachService reaches)
{
    public async Task<ApplicationDetails?> FindAsync(ApplicationKind kind, long id, CancellationToken cancellationToken)
    {
        if (!await access.MaySeeAsync(id, cancellationToken))
            return null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var details = await connection.QueryFirstOrDefaultAsync<ApplicationDetails>(new CommandDefinition(
            $"{ApplicationDetails.Sql} where a.id = @id and a.kind = @kind", new { id, kind }, cancellationToken: cancellationToken));
        return reaches.IsNation ? details?.Masked() : details;
    }
}
