using System.Globalization;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>Conditions of 超期清单, kept in the address.</summary>
public sealed record OverdueFilter
{
    [FromQuery(Name = "kind")]
    public string? KindSlug { get; init; }

    /// <summary>Only beyond twice the time.</summary>
    [FromQuery(Name = "escalated")]
    public bool EscalatedOnly { get; init; }

    /// <summary>Province whose side is awaited.</summary>
    [FromQuery(Name = "province")]
    public long? ProvinceId { get; init; }

    /// <summary>School whose side is awaited, itself or its bureau.</summary>
    [FromQuery(Name = "school")]
    public long? SchoolId { get; init; }

    /// <summary>The receiving side is awaited: <c>in</c>, the sending one: <c>out</c>.</summary>
    [FromQuery(Name = "side")]
    public string? Side { get; init; }

    /// <summary>First day of 发起时间.</summary>
    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    /// <summary>Last day of 发起时间.</summary>
    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    /// <summary>Only what waits for the own unit or one below it: <c>own</c>; for the other side: <c>other</c>.</summary>
    [FromQuery(Name = "waiting")]
    public string? Waiting { get; init; }

    public ApplicationKind? Kind => ApplicationKinds.Find(KindSlug);

    /// <summary>Came from a number of the statistics.</summary>
    public bool IsNarrowed => SchoolId is not null || Side is not null || From is not null || To is not null;

    public Dictionary<string, string> Route(params (string Key, string? Value)[] more) => more
        .Prepend(("waiting", Waiting))
        .Prepend(("to", To?.ToIso()))
        .Prepend(("from", From?.ToIso()))
        .Prepend(("side", Side))
        .Prepend(("school", SchoolId?.ToString(CultureInfo.InvariantCulture)))
        .Prepend(("province", ProvinceId?.ToString(CultureInfo.InvariantCulture)))
        .Prepend(("escalated", EscalatedOnly ? "true" : null))
        .Prepend(("kind", Kind?.Slug()))
        .Where(pair => !string.IsNullOrEmpty(pair.Item2))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2!);
}
