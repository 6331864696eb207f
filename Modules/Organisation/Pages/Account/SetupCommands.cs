using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Portal.Organisation.SignIn;
using Portal.Organisation.Structure;
using Portal.Security.Permissions;

namespace Portal.Organisation.Pages.Account;

/// <summary>The first administrator of an empty portal, by a one-time token that stands in the log.</summary>
internal sealed class SetupCommands(
    DbDataSource source, IWriteTransactions transactions, IAuditLog audit, IPasswordHasher<SignIn.Account> hasher, SnapshotStore store, TimeProvider clock)
{
    private static readonly TimeSpan _tokenLife = TimeSpan.FromHours(24);

    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(
            "select id from organisation_person limit 1", cancellationToken: cancellationToken)) is null;
    }

    /// <summary>A new token, kept as its hash only; those printed before are void.</summary>
    public async Task<string> IssueTokenAsync(CancellationToken cancellationToken)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        await transactions.RunAsync(0, async transaction =>
        {
            transaction.WithoutAudit("Nobody exists yet; the setup itself is audited.");
            await transaction.ExecuteAsync("delete from organisation_setup_token");
            await transaction.ExecuteAsync(
                "insert into organisation_setup_token (hash, created_at) values (@hash, @now)", new { hash = Hash(token), now = clock.GetUtcNow().UtcDateTime });
        }, cancellationToken);
        return token;
    }

    /// <returns>False when the token is wrong, used up, or older than a day.</returns>
    public async Task<bool> RunAsync(string token, string university, string account, string name, string password, CancellationToken cancellationToken)
    {
        var passwordHash = hasher.HashPassword(new SignIn.Account(), password);
        var root = store.Current.Root!;
        var done = await transactions.RunAsync(5, async transaction =>
        {
            // Whoever deletes the token row goes on; a second one at the same moment waits here and then finds none.
            var used = await transaction.ExecuteAsync(
                "delete from organisation_setup_token where hash = @hash and created_at >= @since",
                new { hash = Hash(token), since = clock.GetUtcNow().UtcDateTime - _tokenLife });
            if (used != 1 || await transaction.ScalarAsync<long>("select count(*) from organisation_person") > 0)
            {
                transaction.WithoutAudit("Nothing was set up.");
                return false;
            }

            await transaction.ExecuteAsync("delete from organisation_setup_token");
            var unitId = transaction.NextId();
            var personId = transaction.NextId();
            await transaction.ExecuteAsync(
                "insert into organisation_unit (id, parent_id, name, kind, path, position, version) values (@unitId, @parentId, @university, '学校', @path, 1, 1)",
                new { unitId, parentId = root.Id, university, path = $"{root.Path}{unitId}/" });
            await transaction.ExecuteAsync(
                """
                insert into organisation_person
                    (id, account, normalized_account, name, password_hash, security_stamp, access_failed_count, must_change_password, is_disabled, version)
                values
                    (@personId, @account, @normalized, @name, @passwordHash, @stamp, 0, 0, 0, 1)
                """,
                new { personId, account, normalized = AccountNormalizer.Normalize(account), name, passwordHash, stamp = Guid.NewGuid().ToString("N") });
            var roleId = await RoleRows.FindOrCreateAsync(transaction, StandardRoles.Administrator);

            // The second post reaches what stands beside the university.
            foreach (var (unit, position) in new[] { (unitId, 0), (root.Id, 1) })
            {
                await transaction.ExecuteAsync(
                    "insert into organisation_post (id, person_id, role_id, unit_id, position, version) values (@id, @personId, @roleId, @unit, @position, 1)",
                    new { id = transaction.NextId(), personId, roleId, unit, position });
            }

            await SnapshotStore.RaiseVersionAsync(transaction);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "Organisation", Action = "首次设置", Subject = $"person:{personId}", After = new { university, account, name },
            });
            return true;
        }, cancellationToken);
        store.Expire();
        return done;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
