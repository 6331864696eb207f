using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Toolkit.Imports;

/// <summary>A row between check and import, and as its page shows it.</summary>
internal sealed record StoredRow
{
    [JsonPropertyName("n")]
    public int RowNumber { get; init; }

    [JsonPropertyName("o")]
    public ImportOutcome Outcome { get; init; }

    /// <summary>The shown columns as uploaded, identity numbers masked.</summary>
    [JsonPropertyName("s")]
    public string[] Shown { get; init; } = [];

    /// <summary>The encoded cells, for the workbook of rejected rows; null where that cannot happen any more.</summary>
    [JsonPropertyName("r")]
    public string[]? Raw { get; init; }

    [JsonPropertyName("a")]
    public JsonElement? Action { get; init; }

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
