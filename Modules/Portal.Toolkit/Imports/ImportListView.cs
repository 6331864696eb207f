using Portal.Toolkit.Components;

namespace Portal.Toolkit.Imports;

/// <summary>导入记录 as a table; partial <c>_ImportList</c>.</summary>
public sealed record ImportListView
{
    public required IReadOnlyList<ImportListRow> Rows { get; init; }

    /// <summary>Header of what each went into: 环节, 离校方案; null leaves the column out.</summary>
    public string? SubjectHeader { get; init; }

    /// <summary>Headers of further columns of the module.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <inheritdoc cref="ImportDefinition.Adds"/>
    public bool Adds { get; init; } = true;

    public bool IsEmpty => Rows.Count == 0;
}

/// <summary>One import of the list.</summary>
public sealed record ImportListRow
{
    public required ImportBatch Batch { get; init; }

    public required string Url { get; init; }

    /// <summary>When it was uploaded, in the portal's zone.</summary>
    public required string Time { get; init; }

    /// <summary>Cells of the module's own columns.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    public StateBadge Badge => ImportBadge.Of(Batch);

    /// <summary>There are counts to show.</summary>
    public bool HasCounts => Batch.State is ImportState.Checked or ImportState.Applied;

    public bool IsApplied => Batch.State == ImportState.Applied;
}
