using System.Globalization;

namespace Portal.InternationalExchange.Pages.Students;

/// <summary>Conditions of the list, all to hold together, kept in the address.</summary>
public sealed record StudentFilter
{
    public const string NoCounsellor = "counsellor";
    public const string Permit = "permit";
    public const string Incomplete = "incomplete";

    /// <summary>Number, student number or part of the name.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>One of the lists of the offices; null for all students.</summary>
    [FromQuery(Name = "list")]
    public string? List { get; init; }

    /// <summary>Key of the unit that owes something.</summary>
    [FromQuery(Name = "owes")]
    public string? Owes { get; init; }

    /// <summary>就读学院.</summary>
    [FromQuery(Name = "unit")]
    public long? UnitId { get; init; }

    public bool IsEmpty => Route().Count == 0;

    public Dictionary<string, string> Route(params (string Key, string Value)[] more) => new Dictionary<string, string?>(more.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
    {
        ["q"] = Text?.Trim(),
        ["list"] = List,
        ["owes"] = Owes,
        ["unit"] = UnitId?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);

    internal bool Holds(StudentRow row) =>
        (string.IsNullOrWhiteSpace(Text) || row.Names.Any(name => name.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase)))
        && (UnitId is null || row.CollegeId == UnitId)
        && (string.IsNullOrEmpty(Owes) || row.Checklist.Owed.Any(owed => owed.Key == Owes))
        && List switch
        {
            NoCounsellor => row.LacksCounsellor,
            Permit => row.Permit?.IsPressing == true,
            Incomplete => !row.Checklist.IsComplete,
            _ => true,
        };
}
