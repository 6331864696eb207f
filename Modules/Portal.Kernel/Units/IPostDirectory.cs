namespace Portal.Units;

/// <summary>Roles, people and who holds which post at present: what a module needs to hand out grants of its own. Implemented by Organisation.</summary>
public interface IPostDirectory
{
    /// <summary>All roles by name.</summary>
    Task<IReadOnlyList<Role>> ListRolesAsync(CancellationToken cancellationToken);

    /// <summary>The person who signs in with this account; null when there is none.</summary>
    Task<Person?> FindPersonAsync(string account, CancellationToken cancellationToken);

    /// <summary>People by id; unknown ids are left out.</summary>
    Task<IReadOnlyList<Person>> ListPeopleAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The posts with one of these roles that are valid today, of people who may sign in.</summary>
    Task<IReadOnlyList<Post>> ListPostsAsync(IReadOnlyCollection<long> roleIds, CancellationToken cancellationToken);

    /// <summary>The posts at a unit or below it that are valid today, of people of exactly this name who may sign in.</summary>
    Task<IReadOnlyList<Post>> FindPostsAsync(string name, long unitId, CancellationToken cancellationToken);
}
