namespace Portal.Toolkit.Components;

/// <summary>Counters that are also filters of the list below them; partial <c>_Counters</c>.</summary>
public sealed record CounterCards
{
    /// <summary>Id of the element; differs where a page has several groups.</summary>
    public string Id { get; init; } = "counters";

    public string? Title { get; init; }

    public required IReadOnlyList<CounterCard> Cards { get; init; }

    /// <summary>Address that answers with the same counters, counted anew: the page itself or a part of it. Null shows no 刷新.</summary>
    public string? RefreshUrl { get; init; }
}

/// <summary>One counter.</summary>
public sealed record CounterCard
{
    public required string Label { get; init; }

    /// <summary>The number as shown, for example <c>1,204</c>.</summary>
    public required string Value { get; init; }

    /// <summary>Unit behind the number, for example <c>人</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The list filtered to what is counted; null for a counter that is no filter.</summary>
    public string? Url { get; init; }

    /// <summary>The list shows exactly these now.</summary>
    public bool IsActive { get; init; }

    /// <summary>Colours the card; null for a plain total.</summary>
    public StateKind? Kind { get; init; }
}
