using System.Globalization;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>Conditions of the register, all to hold together, kept in the address.</summary>
public sealed record AgreementFilter
{
    /// <summary>Number or part of the title.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>Key of an effect.</summary>
    [FromQuery(Name = "effect")]
    public string? Effect { get; init; }

    /// <summary>Number of a partner or part of its name.</summary>
    [FromQuery(Name = "partner")]
    public string? Partner { get; init; }

    /// <summary>ISO code of a partner's country.</summary>
    [FromQuery(Name = "country")]
    public string? Country { get; init; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>承办单位.</summary>
    [FromQuery(Name = "unit")]
    public long? UnitId { get; init; }

    public bool IsEmpty => Route().Count == 0;

    public Dictionary<string, string> Route(params (string Key, string Value)[] more) => new Dictionary<string, string?>(more.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
    {
        ["q"] = Text?.Trim(),
        ["effect"] = Effect,
        ["partner"] = Partner?.Trim(),
        ["country"] = Country,
        ["kind"] = Kind,
        ["unit"] = UnitId?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);
}
