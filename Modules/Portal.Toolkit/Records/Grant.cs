namespace Portal.Toolkit.Records;

/// <summary>What a unit may do with records of a type.</summary>
public enum Act
{
    /// <summary>C: create, edit the draft, submit, withdraw, cancel.</summary>
    Create,

    /// <summary>V: decide a step of the route that is not the last word.</summary>
    Review,

    /// <summary>A: decide finally.</summary>
    Decide,

    /// <summary>E: carry out and keep up after approval.</summary>
    Execute,

    /// <summary>K: custody or issue.</summary>
    Custody,

    /// <summary>F: receive for the file, put away, take up again.</summary>
    File,

    /// <summary>R: read all.</summary>
    ReadAll,

    /// <summary>r: read those of the own unit, or of the own person.</summary>
    ReadOwn,
}

/// <summary>One cell of the matrix of units and records. Without a grant nobody may, never everybody.</summary>
/// <param name="UnitRole">Key of a <see cref="Records.UnitRole"/> of the book.</param>
/// <param name="Act">What it may.</param>
/// <param name="Facet">Only records of this facet; null for all of the type.</param>
public sealed record Grant(string UnitRole, Act Act, string? Facet = null)
{
    private const string Letters = "CVAEKFRr";

    /// <summary>
    /// Reads a row of the matrix as the domain writes it: <c>SCH:A IEO:VFE COL:CE</c>, with C create, V review, A decide, E execute, K custody, F file,
    /// R read all, r read own.
    /// </summary>
    /// <exception cref="FormatException">Another letter.</exception>
    public static IReadOnlyList<Grant> Row(string cells, string? facet = null) =>
    [
        .. from cell in cells.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           let parts = cell.Split(':')
           from letter in parts[1]
           select new Grant(parts[0], ActOf(letter), facet),
    ];

    private static Act ActOf(char letter) =>
        Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var index ? (Act)index : throw new FormatException($"The matrix has no letter {letter}.");
}
