namespace Portal.Toolkit;

/// <summary>One page of a list that pages by key: its rows in order, and whether there is more on either side.</summary>
public sealed record KeysetPage<T>(IReadOnlyList<T> Rows, bool HasPrevious, bool HasNext);

/// <summary>Makes pages of what a keyset query read.</summary>
public static class KeysetPage
{
    /// <summary>Rows of a page where nothing else is said.</summary>
    public const int Size = 50;

    /// <summary>What a query reads: one row more than a page tells whether there is another.</summary>
    public const int Take = Size + 1;

    /// <summary>The page before anything was read.</summary>
    public static KeysetPage<T> Empty<T>() => new([], HasPrevious: false, HasNext: false);

    /// <param name="rows">What was read: in the order of reading, up to one row more than a page.</param>
    /// <param name="forwards">A key was given to read after.</param>
    /// <param name="backwards">A key was given to read before; the rows came in reverse then.</param>
    /// <param name="size">Rows of a page.</param>
    public static KeysetPage<T> Of<T>(IReadOnlyList<T> rows, bool forwards, bool backwards, int size = Size)
    {
        var isFull = rows.Count > size;
        T[] page = [.. rows.Take(size)];
        if (backwards)
            Array.Reverse(page);
        return new(page, backwards ? isFull : forwards, backwards || isFull);
    }
}
