namespace Portal.Organisation.Structure;

/// <summary>Somebody must always be left who can manage roles; otherwise nobody could ever mend a mistake.</summary>
internal static class AdministratorGuard
{
    /// <summary>Takes the version row first, so that two administrators cannot remove each other at the same moment.</summary>
    public static Task BeginAsync(WriteTransaction transaction) => SnapshotStore.RaiseVersionAsync(transaction);

    /// <exception cref="RefusedException">After this change nobody could manage roles.</exception>
    public static async Task EnsureOneRemainsAsync(WriteTransaction transaction, DateOnly today)
    {
        var left = await transaction.ScalarAsync<long>(
            """
            select count(*)
            from organisation_post post
            join organisation_person person on person.id = post.person_id and person.is_disabled = 0
            join organisation_role_permission granted on granted.role_id = post.role_id and granted.permission = @permission
            where (post.valid_from is null or post.valid_from <= @today)
                and (post.valid_to is null or post.valid_to >= @today)
            """,
            new { permission = Permissions.ManageRoles, today });
        if (left == 0)
            throw new RefusedException("这样改以后，就没有人能维护角色和权限了。请先让另一个人担任有这项权限的角色。");
    }
}
