namespace Portal.Toolkit.Components;

/// <summary>上一页 / 下一页 below a list that pages by key; partial <c>_Pager</c>.</summary>
public sealed record Pager
{
    /// <summary>Null on the first page.</summary>
    public string? PreviousUrl { get; init; }

    /// <summary>Null on the last page.</summary>
    public string? NextUrl { get; init; }

    /// <summary>What is shown, for example <c>第 51–100 条，共 99 人</c>.</summary>
    public string Text { get; init; } = "";
}
