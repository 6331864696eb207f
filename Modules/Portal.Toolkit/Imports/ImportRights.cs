namespace Portal.Toolkit.Imports;

/// <summary>What the visitor may do with an import.</summary>
public sealed record ImportRights
{
    /// <summary>May import what was checked, go on, or give it up.</summary>
    public bool Apply { get; init; }

    /// <summary>May download the rejected rows, with all that was uploaded.</summary>
    public bool Download { get; init; }
}
