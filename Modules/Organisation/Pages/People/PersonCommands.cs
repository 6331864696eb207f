using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Portal.Organisation.SignIn;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.People;

internal sealed class PersonCommands(
    IWriteTransactions transactions, IAuditLog audit, IPasswordHasher<SignIn.Account> hasher, RoleLimitService limits, SnapshotStore store, LocalTime time)
{
    // Without letters and digits that look alike: an initial password is read out and typed.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>A new person with a first post.</summary>
    /// <returns>Id and initial password, which is shown once.</returns>
    /// <exception cref="RefusedException">The account is taken, or the role is above the own one.</exception>
    public async Task<(long Id, string Password)> CreateAsync(string account, string name, long roleId, Unit unit, CancellationToken cancellationToken)
    {
        if (!limits.MayGive(roleId))
            throw new RefusedException("您不能安排这个角色：它的权限超出您自己的角色。");
        var password = NewPassword();
        var passwordHash = hasher.HashPassword(new SignIn.Account(), password);
        try
        {
            var created = await transactions.RunAsync(2, async transaction =>
            {
                var id = transaction.NextId();
                await transaction.ExecuteAsync(
                    """
                    insert into organisation_person
                        (id, account, normalized_account, name, password_hash, security_stamp, access_failed_count, must_change_password, is_disabled, version)
                    values
                        (@id, @account, @normalized, @name, @passwordHash, @stamp, 0, 1, 0, 1)
                    """,
                    new { id, account, normalized = AccountNormalizer.Normalize(account), name, passwordHash, stamp = NewStamp() });
                await transaction.ExecuteAsync(
                    "insert into organisation_post (id, person_id, role_id, unit_id, position, version) values (@postId, @id, @roleId, @unitId, 0, 1)",
                    new { postId = transaction.NextId(), id, roleId, unitId = unit.Id });
                await AuditAsync(transaction, "新建人员", id, null, new { 账号 = account, 姓名 = name, 角色 = store.Current.RoleName(roleId), 单位 = unit.Name });
                return id;
            }, cancellationToken);
            return (created, password);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException($"账号「{account}」已有人使用。如果是同一个人，请到岗位页面给他安排岗位。");
        }
    }

    /// <exception cref="RefusedException">The account is taken.</exception>
    /// <exception cref="StaleException">The person was changed meanwhile.</exception>
    public async Task EditAsync(PersonRow before, int version, string account, string name, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(0, async transaction =>
            {
                await ExpectOneAsync(transaction.ExecuteAsync(
                    "update organisation_person set account = @account, normalized_account = @normalized, name = @name, version = version + 1 where id = @Id and version = @version",
                    new { before.Id, version, account, normalized = AccountNormalizer.Normalize(account), name }));
                await AuditAsync(transaction, "修改人员", before.Id, new { 账号 = before.Account, 姓名 = before.Name }, new { 账号 = account, 姓名 = name });
            }, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException($"账号「{account}」已有人使用。");
        }
    }

    /// <summary>Disables or enables an account; a disabled person is out at the next request.</summary>
    /// <exception cref="RefusedException">Nobody would be left to manage roles.</exception>
    /// <exception cref="StaleException">The person was changed meanwhile.</exception>
    public Task DisableAsync(long id, int version, bool isDisabled, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        await AdministratorGuard.BeginAsync(transaction);
        await ExpectOneAsync(transaction.ExecuteAsync(
            """
            update organisation_person
            set is_disabled = @isDisabled, security_stamp = @stamp, access_failed_count = 0, lockout_end = null, version = version + 1
            where id = @id and version = @version
            """,
            new { id, version, isDisabled, stamp = NewStamp() }));
        await AdministratorGuard.EnsureOneRemainsAsync(transaction, time.Today);
        await AuditAsync(transaction, isDisabled ? "停用账号" : "启用账号", id, null, null);
    }, cancellationToken);

    /// <returns>The initial password, shown once; it must be changed at the first sign-in.</returns>
    /// <exception cref="StaleException">The person was changed meanwhile.</exception>
    public async Task<string> ResetPasswordAsync(long id, int version, CancellationToken cancellationToken)
    {
        var password = NewPassword();
        var passwordHash = hasher.HashPassword(new SignIn.Account(), password);
        await transactions.RunAsync(0, async transaction =>
        {
            await ExpectOneAsync(transaction.ExecuteAsync(
                """
                update organisation_person
                set password_hash = @passwordHash, security_stamp = @stamp, must_change_password = 1, access_failed_count = 0, lockout_end = null, version = version + 1
                where id = @id and version = @version
                """,
                new { id, version, passwordHash, stamp = NewStamp() }));
            await AuditAsync(transaction, "重置密码", id, null, null);
        }, cancellationToken);
        return password;
    }

    private static string NewPassword() => $"{RandomNumberGenerator.GetString(Letters, 6)}{RandomNumberGenerator.GetString(Digits, 6)}";

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private static async Task ExpectOneAsync(Task<int> update)
    {
        if (await update != 1)
            throw new StaleException();
    }

    private Task AuditAsync(WriteTransaction transaction, string action, long id, object? before, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "Organisation", Action = action, Subject = $"person:{id}", Before = before, After = after });
}
