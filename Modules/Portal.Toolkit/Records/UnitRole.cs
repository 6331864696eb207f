namespace Portal.Toolkit.Records;

/// <summary>
/// What a unit is in the rules of a book: 国际交流处, 二级学院. A post acts as it when its role holds the permission; the default roles hand the permission out.
/// </summary>
/// <param name="Key">As the rules abbreviate it: IEO, COL.</param>
/// <param name="Label">国际交流处.</param>
/// <param name="Permission">Declared by the module.</param>
public sealed record UnitRole(string Key, string Label, string Permission)
{
    /// <summary>The unit that heads whatever unit a record belongs to: its 一把手. Steps name it by this word.</summary>
    public const string OwnUnitHead = "OwnUnitHead";

    /// <summary>Exactly one unit of the school, named by the administrator; its acts reach all records. The others reach those of their own unit and below.</summary>
    public bool IsOffice { get; init; }

    /// <summary>Reads everything that is not sensitive, whatever the matrix says; of sensitive types with a <see cref="Act.ReadOwn"/> the open fields of all.</summary>
    public bool ReadsAll { get; init; }

    /// <summary>Exactly one person should hold it; the settings page says so when it is otherwise.</summary>
    public bool HasOneHolder { get; init; }

    /// <summary>Reaches records of the own person only: students, foreign teachers.</summary>
    public bool IsPersonal { get; init; }
}
