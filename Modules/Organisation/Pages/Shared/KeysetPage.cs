namespace Portal.Organisation.Pages.Shared;

/// <summary>One page of a list that pages by key, forward or back.</summary>
internal sealed record KeysetPage<T>(IReadOnlyList<T> Rows, bool HasPrevious, bool HasNext)
{
    public const int Size = 50;

    /// <summary>One row more than a page tells whether there is another.</summary>
    public const int Take = Size + 1;

    public static KeysetPage<T> Empty { get; } = new([], false, false);

    /// <param name="found">In the order of the query: reversed when it went back.</param>
    /// <param name="isBack">The query went back from a mark.</param>
    /// <param name="isFirst">The query had no mark.</param>
    public static KeysetPage<T> Of(IReadOnlyList<T> found, bool isBack, bool isFirst)
    {
        var rows = found.Take(Size);
        var hasMore = found.Count > Size;
        return isBack
            ? new([.. rows.Reverse()], hasMore, HasNext: true)
            : new([.. rows], HasPrevious: !isFirst, hasMore);
    }
}
