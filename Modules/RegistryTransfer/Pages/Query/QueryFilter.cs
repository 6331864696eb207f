using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>The conditions of 查询 (domain §4.10), all to hold together, kept in the address.</summary>
internal sealed record QueryFilter
{
    /// <summary>Applications into the unit: <c>in</c>, out of it: <c>out</c>.</summary>
    [FromQuery(Name = "side")]
    public string? Side { get; init; }

    [FromQuery(Name = "status")]
    public ApplicationStatus? Status { get; init; }

    [FromQuery(Name = "open")]
    public bool OpenOnly { get; init; }

    [FromQuery(Name = "overdue")]
    public bool OverdueOnly { get; init; }

    /// <summary>The whole name, 全国学籍号, a replaced one too, or 申请编号; posted, because persons and their numbers stay out of addresses.</summary>
    [BindNever]
    public string? Sought { get; init; }

    /// <summary>Province of either side.</summary>
    [FromQuery(Name = "province")]
    public long? ProvinceId { get; init; }

    /// <summary>School of either side, or of the side chosen.</summary>
    [FromQuery(Name = "school")]
    public long? SchoolId { get; init; }

    /// <summary>First day of 发起时间.</summary>
    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    /// <summary>Last day of 发起时间.</summary>
    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    public bool IsEmpty => Route().Count == 0;

    public Dictionary<string, string> Route() => new Dictionary<string, string?>
    {
        ["side"] = Side,
        ["status"] = Status?.ToString(),
        ["open"] = OpenOnly ? "true" : null,
        ["overdue"] = OverdueOnly ? "true" : null,
        ["province"] = ProvinceId?.ToString(CultureInfo.InvariantCulture),
        ["school"] = SchoolId?.ToString(CultureInfo.InvariantCulture),
        ["from"] = From?.ToIso(),
        ["to"] = To?.ToIso(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);

    /// <summary>The route values of the list with further ones.</summary>
    public Dictionary<string, string> Route(string kind, params (string Key, string Value)[] more)
    {
        var route = new Dictionary<string, string>(Route()) { ["kind"] = kind };
        foreach (var (key, value) in more)
            route[key] = value;
        return route;
    }
}
