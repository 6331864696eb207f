namespace Portal.Toolkit.Imports;

/// <summary>The columns of a file that its page shows, and their cells in a row, identity numbers masked.</summary>
internal sealed record ImportShown(IReadOnlyList<string> Headers, Func<StoredRow, string[]> Cells);
