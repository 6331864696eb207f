namespace Portal.Organisation.Structure;

/// <summary>
/// The snapshot of this host. It is loaded at first use, compared with the version row on each request, and outside of requests once a second.
/// </summary>
internal sealed class SnapshotStore(DbDataSource source, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly Lock _loading = new();
    private volatile Verified? _verified;

    public OrganisationSnapshot Current
    {
        get
        {
            if (_verified is { At: { } at } verified && clock.GetElapsedTime(at) < Freshness)
                return verified.Snapshot;
            lock (_loading)
            {
                using var connection = source.OpenConnection();
                return Keep(connection, ReadVersion(connection));
            }
        }
    }

    /// <summary>Takes note of the version that the database holds now.</summary>
    public void Renew(long version)
    {
        if (_verified is { } verified && verified.Snapshot.Version == version)
        {
            _verified = verified with { At = clock.GetTimestamp() };
            return;
        }

        lock (_loading)
        {
            using var connection = source.OpenConnection();
            Keep(connection, ReadVersion(connection));
        }
    }

    /// <summary>Asks the version row again at the next use; called after each change made on this host.</summary>
    public void Expire() => _verified = _verified is { } verified ? verified with { At = null } : null;

    /// <summary>Raises the version inside the transaction that changes tree, grants or switches, so that every host reloads.</summary>
    public static Task RaiseVersionAsync(WriteTransaction transaction) =>
        transaction.ExecuteAsync("update organisation_state set version = version + 1 where id = 1");

    // The version is read before the rows: a change in between costs one more reload and is never missed.
    private static long ReadVersion(DbConnection connection) =>
        connection.ExecuteScalar<long>("select version from organisation_state where id = 1");

    private OrganisationSnapshot Keep(DbConnection connection, long version)
    {
        var snapshot = _verified is { } verified && verified.Snapshot.Version == version ? verified.Snapshot : Load(connection, version);
        _verified = new Verified(snapshot, clock.GetTimestamp());
        return snapshot;
    }

    private static OrganisationSnapshot Load(DbConnection connection, long version) => new(
        version,
        connection.Query<Unit>("select id, parent_id, name, kind, path from organisation_unit order by position, name, id"),
        connection.Query<OrganisationSnapshot.RoleRow>("select id, name, is_delegable from organisation_role"),
        connection.Query<OrganisationSnapshot.GrantRow>("select role_id, permission from organisation_role_permission"),
        connection.Query<OrganisationSnapshot.SwitchRow>("select unit_id, module_id, enabled, locked, version from organisation_unit_module"));

    private sealed record Verified(OrganisationSnapshot Snapshot, long? At);
}
