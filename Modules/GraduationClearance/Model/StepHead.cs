namespace Portal.GraduationClearance.Model;

/// <summary>A step as a column, an option or a heading.</summary>
public sealed record StepHead
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public StepMode Mode { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Unit of the 离校点.</summary>
    public string UnitName { get; init; } = "";
}
