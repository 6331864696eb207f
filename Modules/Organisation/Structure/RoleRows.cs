using Portal.Security.Permissions;

namespace Portal.Organisation.Structure;

/// <summary>Roles that modules name are created when they are first needed.</summary>
internal static class RoleRows
{
    /// <summary>The id of the role; a missing one takes an id of the transaction.</summary>
    public static async Task<long> FindOrCreateAsync(WriteTransaction transaction, string name)
    {
        if (await transaction.FirstOrDefaultAsync<long?>("select id from organisation_role where name = @name", new { name }) is { } known)
            return known;
        var id = transaction.NextId();

        // Units look after their own students from the first day.
        await transaction.ExecuteAsync(
            "insert into organisation_role (id, name, description, is_delegable, version) values (@id, @name, '', @isDelegable, 1)",
            new { id, name, isDelegable = name == StandardRoles.Student });
        return id;
    }
}
