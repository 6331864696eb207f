namespace Portal.Toolkit.Records;

/// <summary>A step of a record type's route.</summary>
/// <param name="Key">Unique within the type and kept in the database.</param>
/// <param name="Label">国际交流处审核.</param>
/// <param name="UnitRole">An office of the book, or <see cref="Records.UnitRole.OwnUnitHead"/>.</param>
/// <param name="Article">What the step rests on: 第六条（九）.</param>
/// <param name="When">Whether the step is needed; null always.</param>
public sealed record RecordStep(string Key, string Label, string UnitRole, string Article, Func<RecordView, bool>? When = null)
{
    /// <summary>Working days to decide.</summary>
    public int WorkingDays { get; init; } = 5;

    /// <summary>Stays in every route that an office sets, as does the head of the unit and whoever decides by the grants.</summary>
    public bool IsFixed { get; init; }

    /// <summary>False for a step that only takes note or gives advice.</summary>
    public bool MayReject { get; init; } = true;
}
