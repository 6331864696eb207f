namespace Portal.Toolkit.Imports;

/// <summary>导入批次: one uploaded file. The counts say what would be done, after the import what was done.</summary>
public sealed record ImportBatch
{
    internal const int MaxMessage = 500;

    public long Id { get; init; }

    /// <summary><see cref="ImportDefinition.Id"/> of what imports it.</summary>
    public string Kind { get; init; } = "";

    /// <inheritdoc cref="ImportTarget.Topic"/>
    public string Topic { get; init; } = "";

    /// <inheritdoc cref="ImportTarget.Subject"/>
    public string Subject { get; init; } = "";

    /// <summary>JSON of what was chosen beside the file.</summary>
    public string Argument { get; init; } = "";

    /// <summary>自动清洗 was ticked.</summary>
    public bool Clean { get; init; }

    public string FileName { get; init; } = "";

    public int Bytes { get; init; }

    public string SheetName { get; init; } = "";

    /// <summary>JSON list of the file's headers from left to right.</summary>
    public string Headers { get; init; } = "[]";

    /// <summary>What the user should know of the file although it was read.</summary>
    public string Note { get; init; } = "";

    public ImportState State { get; init; }

    /// <summary>Why the file or the import was refused.</summary>
    public string Message { get; init; } = "";

    /// <summary>Rows with content, hidden ones included.</summary>
    public int Total { get; init; }

    public int Additions { get; init; }

    public int Changes { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    public int Cleaned { get; init; }

    /// <summary>Rows with a warning; they are imported.</summary>
    public int Warned { get; init; }

    public int Hidden { get; init; }

    public int Blank { get; init; }

    public long? JobId { get; init; }

    public long PersonId { get; init; }

    public string PersonName { get; init; } = "";

    public long PostId { get; init; }

    /// <summary>Unit of the post that uploaded it.</summary>
    public long UnitId { get; init; }

    public DateTime At { get; init; }

    public DateTime? AppliedAt { get; init; }

    public int Version { get; init; }

    /// <summary>Rows that are imported, or would be.</summary>
    public int Good => Additions + Changes;

    /// <summary>As much of a text as its column takes.</summary>
    internal static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
