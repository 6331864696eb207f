using Portal.Organisation.SignIn;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Posts;

internal sealed class PostCommands(IWriteTransactions transactions, IAuditLog audit, RoleLimitService limits, LocalTime time, SnapshotStore store)
{
    /// <summary>Gives a person a post; one that ended before begins anew.</summary>
    /// <exception cref="RefusedException">No such person, a role above the own one, or the post is there already.</exception>
    public async Task AddAsync(string account, long roleId, Unit unit, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        if (!limits.MayGive(roleId))
            throw new RefusedException("您不能安排这个角色：它的权限超出您自己的角色。");
        try
        {
            await AddCheckedAsync(account, roleId, unit, from, to, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException($"另一位管理员刚刚给账号「{account}」安排了这个岗位。");
        }
    }

    /// <summary>Ends a post at once; the row stays for the history.</summary>
    /// <exception cref="RefusedException">The role is above the own one, nobody would be left to manage roles, or the post has ended already.</exception>
    /// <exception cref="StaleException">The post was changed meanwhile.</exception>
    public Task EndAsync(PostRow post, int version, CancellationToken cancellationToken)
    {
        if (!limits.MayGive(post.RoleId))
            throw new RefusedException("您不能结束这个岗位：它的角色超出您自己的角色。");
        if (post.HasEnded(time.Today))
            throw new RefusedException("这个岗位已经结束。");
        return transactions.RunAsync(0, async transaction =>
        {
            await AdministratorGuard.BeginAsync(transaction);
            if (await transaction.ExecuteAsync(
                "update organisation_post set valid_to = @yesterday, version = version + 1 where id = @Id and version = @version",
                new { post.Id, version, yesterday = time.Today.AddDays(-1) }) != 1)
            {
                throw new StaleException();
            }

            await AdministratorGuard.EnsureOneRemainsAsync(transaction, time.Today);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "Organisation",
                Action = "结束岗位",
                Subject = $"person:{post.PersonId}",
                Before = new { 账号 = post.Account, 角色 = post.RoleName, 单位 = post.UnitName, 期限 = post.Period() },
            });
        }, cancellationToken);
    }

    private Task AddCheckedAsync(string account, long roleId, Unit unit, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        transactions.RunAsync(1, async transaction =>
        {
            var person = await transaction.FirstOrDefaultAsync<PostRow>(
                "select id as person_id, account, name, is_disabled from organisation_person where normalized_account = @normalized",
                new { normalized = AccountNormalizer.Normalize(account) });
            if (person is null)
                throw new RefusedException($"没有账号「{account}」。请核对，或先新建人员。");
            if (person.IsDisabled)
                throw new RefusedException($"{person.Name}（{person.Account}）的账号已停用。请先启用账号。");
            var known = await transaction.FirstOrDefaultAsync<PostRow>(
                "select id, valid_from, valid_to from organisation_post where person_id = @PersonId and role_id = @roleId and unit_id = @Id",
                new { person.PersonId, roleId, unit.Id });
            if (known is not null && !known.HasEnded(time.Today))
                throw new RefusedException($"{person.Name}（{person.Account}）在「{unit.Name}」已有这个角色的岗位。");
            await WriteAsync(transaction, known?.Id, new { id = known?.Id ?? transaction.NextId(), person.PersonId, roleId, unitId = unit.Id, from, to });
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "Organisation",
                Action = "安排岗位",
                Subject = $"person:{person.PersonId}",
                After = new { 账号 = person.Account, 角色 = store.Current.RoleName(roleId), 单位 = unit.Name, 自 = from, 至 = to },
            });
        }, cancellationToken);

    private static Task<int> WriteAsync(WriteTransaction transaction, long? known, object post) => transaction.ExecuteAsync(
        known is null
            ? """
              insert into organisation_post (id, person_id, role_id, unit_id, valid_from, valid_to, position, version)
              values (@id, @PersonId, @roleId, @unitId, @from, @to, 0, 1)
              """
            : "update organisation_post set valid_from = @from, valid_to = @to, version = version + 1 where id = @id",
        post);
}
