namespace Portal.GraduationClearance.Imports;

/// <summary>A row of the file that has passed the checks of its cells.</summary>
public sealed record DecisionLine
{
    /// <summary>学号 or 身份证号, cleaned; letters are capitals.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required bool IsPass { get; init; }

    public required string Remark { get; init; }
}
