namespace Portal.RegistryTransfer.Applications;

/// <summary>Who may see an application: the units of both sides up to the provinces, and the ministry at the root.</summary>
internal sealed class ApplicationAccessQueries(DbDataSource source, IUnitContext context, IUnitTree tree)
{
    /// <summary>Whether the current post may; for everybody else it does not exist.</summary>
    public async Task<bool> MaySeeAsync(long applicationId, CancellationToken cancellationToken)
    {
        if (!context.Has(Permissions.Query))
            return false;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            context.UnitId == tree.Root?.Id
                ? "select count(*) from registrytransfer_application where id = @applicationId"
                : "select count(*) from registrytransfer_application_unit where application_id = @applicationId and unit_id = @UnitId",
            new { applicationId, context.UnitId },
            cancellationToken: cancellationToken)) > 0;
    }
}
