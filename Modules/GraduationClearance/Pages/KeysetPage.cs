namespace Portal.GraduationClearance.Pages;

/// <summary>One page of a list that pages by key: its rows in order, and whether there is more on either side.</summary>
public sealed record KeysetPage<T>(IReadOnlyList<T> Rows, bool HasPrevious, bool HasNext);

public static class KeysetPage
{
    /// <param name="rows">What was read: in the order of reading, up to one row more than a page.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="forwards">A key was given to read after.</param>
    /// <param name="backwards">A key was given to read before; the rows came in reverse then.</param>
    public static KeysetPage<T> Of<T>(IReadOnlyList<T> rows, int size, bool forwards, bool backwards)
    {
        var isFull = rows.Count > size;
        T[] page = [.. rows.Take(size)];
        if (backwards)
            Array.Reverse(page);
        return new(page, backwards ? isFull : forwards, backwards || isFull);
    }
}
