using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Imports;

/// <summary>选择文件: the form that takes the file, beside it what the file holds, below it what was imported before; partial <c>_ImportUpload</c>.</summary>
public sealed record ImportUploadView
{
    /// <summary>What the file goes into: the scheme, the bureau, the school.</summary>
    public required string Subject { get; init; }

    /// <summary>What is imported: 学校名录.</summary>
    public required string Title { get; init; }

    public required IImportPlan Plan { get; init; }

    /// <summary>Where the form posts to, without the problem of an earlier upload.</summary>
    public required string PostUrl { get; init; }

    public required string TemplateUrl { get; init; }

    public required ImportListView Recent { get; init; }
}
