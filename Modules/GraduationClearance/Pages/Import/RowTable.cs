using Portal.GraduationClearance.Imports;

namespace Portal.GraduationClearance.Pages.Import;

/// <summary>Some rows of an import as a table of the page.</summary>
public sealed record RowTable
{
    public required RowList List { get; init; }

    public required string Title { get; init; }

    public required MatchBy MatchBy { get; init; }

    public required IReadOnlyList<(StoredRow Row, string Key)> Rows { get; init; }

    public string? PreviousUrl { get; init; }

    public string? NextUrl { get; init; }

    /// <summary>Set where 下载错误数据 is offered.</summary>
    public string? DownloadUrl { get; init; }
}

/// <summary>Which rows of an import a table lists.</summary>
public enum RowList
{
    Rejected,
    Good,
    Unchanged,
    Cleaned,
}
