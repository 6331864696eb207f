namespace Portal.Units;

/// <summary>What a module's demo data asks of the organisation. Every call finds before it creates.</summary>
public interface IDemoOrganisation
{
    /// <summary>The university of the demo, 示范大学.</summary>
    Task<long> UniversityAsync(CancellationToken cancellationToken);

    /// <summary>The unit of that name below the parent; <paramref name="kind"/> is its kind as shown, 学院 or 部门.</summary>
    Task<long> UnitAsync(string name, string kind, long parentId, CancellationToken cancellationToken);

    /// <summary>People with one post each, all with the demo password; the list is shown on the sign-in page when <see cref="DemoPerson.Hint"/> is set.</summary>
    Task PeopleAsync(IReadOnlyCollection<DemoPerson> people, CancellationToken cancellationToken);

    /// <summary>Switches a module on at the root.</summary>
    Task EnableAsync(string moduleId, CancellationToken cancellationToken);
}

/// <summary>A demo account: one person, one post.</summary>
public sealed record DemoPerson(string Account, string Name, string Role, long UnitId, string? Hint = null);
