using Portal.Data;

namespace Portal.Toolkit.Imports;

/// <summary>A file that was read, with the check of its rows: some at a time, each made ready to be stored.</summary>
internal sealed record ImportReading
{
    public required string SheetName { get; init; }

    public required IReadOnlyList<string> Headers { get; init; }

    public required string Note { get; init; }

    public required int Rows { get; init; }

    public required int Hidden { get; init; }

    public required int Blank { get; init; }

    /// <summary>How many rows from a position on fit into a part.</summary>
    public required Func<int, int> PartLength { get; init; }

    public required Func<WriteTransaction, int, int, Task<StoredRow[]>> CheckAsync { get; init; }
}
