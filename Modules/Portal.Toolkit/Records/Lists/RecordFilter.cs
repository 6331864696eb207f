using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Toolkit.Records.Lists;

/// <summary>Conditions of a list of records, all to hold together, kept in the address.</summary>
public sealed record RecordFilter
{
    /// <summary>A number or the beginning of one, else a part of the title.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "state")]
    public string? State { get; init; }

    /// <summary>Value of <see cref="RecordType.KindField"/>.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>承办单位.</summary>
    [FromQuery(Name = "unit")]
    public long? UnitId { get; init; }

    [FromQuery(Name = "year")]
    public int? Year { get; init; }

    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    /// <summary>Only records of which the visitor is the owner.</summary>
    [FromQuery(Name = "mine")]
    public bool Mine { get; init; }

    public bool IsEmpty => Route().Count == 0;

    /// <summary>The conditions as parts of an address; without those that are not set.</summary>
    public Dictionary<string, string> Route() => new Dictionary<string, string?>
    {
        ["q"] = Text?.Trim(),
        ["state"] = State,
        ["kind"] = Kind,
        ["unit"] = UnitId?.ToString(CultureInfo.InvariantCulture),
        ["year"] = Year?.ToString(CultureInfo.InvariantCulture),
        ["region"] = Region,
        ["mine"] = Mine ? "true" : null,
    }.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);
}
