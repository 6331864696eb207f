
namespace Portal.InternationalExchange.Pages.Documents;

/// <summary>Which documents of a desk are listed; kept in the address.</summary>
internal sealed record DocumentFilter
{
    public const string Overdue = "overdue";
    public const string Expiring = "expiring";
    public const int DaysOfExpiring = 180;

    /// <summary>Part of the holder's name, end of the document's number, or number of the record.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>A state, or one of the words above.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; init; }

    /// <summary>As parts of an address.</summary>
    public Dictionary<string, string> Route() => new Dictionary<string, string?> { ["q"] = Text?.Trim(), ["show"] = Show }
        .Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);
}
