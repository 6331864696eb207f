using System.Text.Json.Serialization;

namespace Portal.Toolkit.Imports;

/// <summary>A row between check and import, and as its page shows it.</summary>
internal record StoredRow
{
    [JsonPropertyName("n")]
    public int RowNumber { get; init; }

    [JsonPropertyName("o")]
    public ImportOutcome Outcome { get; init; }

    /// <summary>The encoded cells, as they were uploaded.</summary>
    [JsonPropertyName("r")]
    public required string[] Raw { get; init; }

    [JsonPropertyName("c")]
    public string? Code { get; init; }

    [JsonPropertyName("f")]
    public string? Field { get; init; }

    [JsonPropertyName("m")]
    public string? Message { get; init; }

    [JsonPropertyName("w")]
    public string? Warning { get; init; }

    [JsonPropertyName("k")]
    public bool IsCleaned { get; init; }

    [JsonIgnore]
    public bool IsGood => Outcome is ImportOutcome.Addition or ImportOutcome.Change;
}

/// <summary>The same with what is to be done.</summary>
internal sealed record StoredRow<TAction> : StoredRow
    where TAction : class
{
    [JsonPropertyName("a")]
    public TAction? Action { get; init; }
}
