using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace Portal.Organisation.SignIn;

/// <summary>ASP.NET Core Identity on <c>organisation_person</c>: password, security stamp, lockout.</summary>
internal sealed class AccountStore(DbDataSource source, IWriteTransactions transactions, IAuditLog audit)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    private const string Columns =
        """
        select id, account as account_name, name, password_hash, security_stamp, access_failed_count, lockout_end, must_change_password, is_disabled, version
        from organisation_person
        """;

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!long.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<Account>(new CommandDefinition($"{Columns} where id = @id", new { id }, cancellationToken: cancellationToken));
    }

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<Account>(new CommandDefinition(
            $"{Columns} where normalized_account = @normalizedUserName", new { normalizedUserName }, cancellationToken: cancellationToken));
    }

    /// <summary>Saves password and stamp; the counters of failed sign-ins are written where they change.</summary>
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        if (!user.IsChanged)
            return IdentityResult.Success;
        var saved = await transactions.RunAsync(0, async transaction =>
        {
            await audit.WriteAsync(transaction, new AuditEntry { Module = "Organisation", Action = "修改密码", Subject = $"person:{user.Id}" });
            return await transaction.ExecuteAsync(
                """
                update organisation_person
                set password_hash = @PasswordHash, security_stamp = @SecurityStamp, must_change_password = @MustChangePassword, version = version + 1
                where id = @Id and version = @Version
                """,
                user) == 1;
        }, cancellationToken);
        if (!saved)
            return IdentityResult.Failed(new IdentityError { Code = "Stale", Description = "账号刚被别人改动，请重新打开页面再试。" });
        user.Version++;
        user.IsChanged = false;
        return IdentityResult.Success;
    }

    // Counted in the database, so that attempts at the same moment are all counted.
    public async Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        user.AccessFailedCount = await transactions.RunAsync(0, async transaction =>
        {
            transaction.WithoutAudit("Failed attempts are counted; the lock that follows is audited.");
            await transaction.ExecuteAsync("update organisation_person set access_failed_count = access_failed_count + 1 where id = @Id", user);
            return await transaction.ScalarAsync<int>("select access_failed_count from organisation_person where id = @Id", user);
        }, cancellationToken);
        return user.AccessFailedCount;
    }

    public async Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(0, async transaction =>
        {
            transaction.WithoutAudit("A good sign-in starts the count again.");
            await transaction.ExecuteAsync("update organisation_person set access_failed_count = 0 where id = @Id", user);
        }, cancellationToken);
        user.AccessFailedCount = 0;
    }

    public async Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockoutEnd = lockoutEnd?.UtcDateTime;
        await transactions.RunAsync(0, async transaction =>
        {
            await transaction.ExecuteAsync("update organisation_person set lockout_end = @LockoutEnd where id = @Id", user);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "Organisation",
                Action = user.LockoutEnd is null ? "解除锁定" : "连续输错密码，锁定账号",
                Subject = $"person:{user.Id}",
            });
        }, cancellationToken);
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.AccountName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(AccountNormalizer.Normalize(user.AccountName));

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        user.IsChanged = true;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        user.IsChanged = true;
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockoutEnd is { } end ? new DateTimeOffset(end, TimeSpan.Zero) : (DateTimeOffset?)null);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    // Accounts are named, created and disabled on the people page, never through Identity.
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
