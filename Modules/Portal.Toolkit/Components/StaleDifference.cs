namespace Portal.Toolkit.Components;

/// <summary>One fact that another person saved differently from what is typed.</summary>
public sealed record StaleDifference(string Label, string Stored, string Typed)
{
    /// <summary>Those of two lists of facts, label by label, that differ.</summary>
    public static IReadOnlyList<StaleDifference> Between(IEnumerable<(string Label, string Text)> stored, IEnumerable<(string Label, string Text)> typed) =>
    [
        .. stored.Zip(typed)
            .Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => new StaleDifference(pair.First.Label, pair.First.Text, pair.Second.Text)),
    ];
}
