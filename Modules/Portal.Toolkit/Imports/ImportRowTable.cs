using Portal.Toolkit.Components;

namespace Portal.Toolkit.Imports;

/// <summary>Some rows of an import as a table; partial <c>_ImportRows</c>.</summary>
public sealed record ImportRowTable
{
    public required ImportRowList List { get; init; }

    public required string Title { get; init; }

    /// <summary>Headers between 行号 and the last columns.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>Cells from left to right, 行号 first.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>Null where all rows are in sight.</summary>
    public Pager? Pager { get; init; }

    /// <summary>Address to post to where 下载错误数据 is offered.</summary>
    public string? DownloadUrl { get; init; }

    /// <summary>Said in place of rows.</summary>
    public string Empty { get; init; } = "没有这样的行。";
}
