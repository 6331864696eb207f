namespace Portal.Toolkit.Records;

/// <summary>Who changes a record.</summary>
/// <param name="PersonId">Null for the system itself.</param>
/// <param name="UnitId">Unit of the current post; 0 without one.</param>
/// <param name="Roles">Keys of the unit roles the current post acts as.</param>
public sealed record RecordActor(long? PersonId, long UnitId, IReadOnlyList<string> Roles)
{
    /// <summary>As histories show it.</summary>
    public string Name { get; init; } = "系统";

    public bool Is(string unitRole) => Roles.Contains(unitRole);
}
