using System.Data.Common;
using Dapper;

namespace Portal.Data;

/// <summary>Creates the two tables that migrations themselves need.</summary>
internal sealed class SchemaBootstrap(DbDataSource source)
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await EnsureAsync(
            connection,
            "portal_lease",
            "create table portal_lease (name varchar(250) not null primary key, owner varchar(200) not null, ends_at datetime(3) not null)");
        await EnsureAsync(
            connection,
            "portal_migration",
            """
            create table portal_migration (
                module varchar(100) not null,
                version int not null,
                name varchar(100) not null,
                checksum char(64) not null,
                state varchar(10) not null,
                applied_at datetime(3) not null,
                primary key (module, version))
            """);
    }

    private static async Task EnsureAsync(DbConnection connection, string table, string definition)
    {
        if (await ExistsAsync(connection, table))
            return;
        try
        {
            await connection.ExecuteAsync(definition);
        }
        catch (DbException)
        {
            // Two hosts may start at once; whoever created it, it must be there now.
            if (!await ExistsAsync(connection, table))
                throw;
        }
    }

    private static async Task<bool> ExistsAsync(DbConnection connection, string table)
    {
        try
        {
            await connection.ExecuteScalarAsync<long>($"select count(*) from {table}");
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
