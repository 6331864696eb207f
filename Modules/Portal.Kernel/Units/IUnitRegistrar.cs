using Portal.Data;

namespace Portal.Units;

/// <summary>For modules that bring units of their own, schools and bureaus: implemented by Organisation. The caller checks its reach and writes the audit row.</summary>
public interface IUnitRegistrar
{
    /// <summary>Finds each unit by its name below its parent or creates it, and takes one leased id for each created; returns their ids in the same order.</summary>
    /// <exception cref="ArgumentException">A parent does not exist, or the tree would become too deep.</exception>
    Task<IReadOnlyList<long>> EnsureAsync(WriteTransaction transaction, IReadOnlyList<NewUnit> units);

    /// <summary>Gives the unit another name; a name that a sibling bears is refused as a unique violation.</summary>
    Task RenameAsync(WriteTransaction transaction, long id, string name);

    /// <summary>Places the unit with all below it under another unit; a name that a unit there bears is refused as a unique violation.</summary>
    /// <exception cref="ArgumentException">A unit does not exist, or the new parent lies within the unit.</exception>
    Task MoveAsync(WriteTransaction transaction, long id, long parentId);
}

/// <summary>A unit that should exist.</summary>
/// <param name="Name">At most 100 characters, unique below its parent.</param>
/// <param name="Kind">As shown in the tree: 学校, 区县教育局.</param>
/// <param name="ParentId">The unit right above.</param>
public sealed record NewUnit(string Name, string Kind, long ParentId);
