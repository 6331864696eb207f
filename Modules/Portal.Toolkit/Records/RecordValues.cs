using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Toolkit.Records;

/// <summary>
/// The values of a record or of one of its rows, by field. Stored as JSON: texts, choices and countries as strings, dates as <c>2026-03-02</c>, moments as UTC in
/// ISO 8601, numbers as numbers, people and references as <see cref="RecordPerson"/> and <see cref="RecordRef"/>, units as ids, several values as arrays.
/// What is empty is absent.
/// </summary>
public class RecordValues(JsonObject data)
{
    internal JsonObject Data { get; } = data;

    /// <summary>A copy of all values, to be changed and written.</summary>
    public JsonObject Copy() => (JsonObject)Data.DeepClone();

    /// <summary>The text of a field; null when it is empty.</summary>
    public string? this[string field] => Data[field] is JsonValue value ? value.ToString() : null;

    /// <summary>Whether anything was entered.</summary>
    public bool Has(string field) => Data[field] is { } node && node is not JsonArray { Count: 0 };

    public bool Is(string field, string value) => this[field] == value;

    /// <summary>Whether a yes/no field says yes.</summary>
    public bool Bool(string field) => this[field] == "true";

    public DateOnly? Date(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>In UTC.</summary>
    public DateTime? Time(string field) =>
        DateTime.TryParse(this[field], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public int? Int(string field) => int.TryParse(this[field], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public decimal? Money(string field) => decimal.TryParse(this[field], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Id of a unit.</summary>
    public long? Unit(string field) => long.TryParse(this[field], CultureInfo.InvariantCulture, out var id) ? id : null;

    public IReadOnlyList<long> Units(string field) => [.. Texts(field).Select(text => long.Parse(text, CultureInfo.InvariantCulture))];

    /// <summary>Several choices or countries; one value counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string field) => Data[field] switch
    {
        JsonArray several => [.. several.Select(item => item!.ToString())],
        JsonValue one => [one.ToString()],
        _ => [],
    };

    public RecordPerson? Person(string field) => People(field) is [var first, ..] ? first : null;

    public IReadOnlyList<RecordPerson> People(string field) => [.. Objects(field).Select(item => new RecordPerson((long)item["id"]!, (string)item["account"]!, (string)item["name"]!))];

    public RecordRef? Ref(string field) => Refs(field) is [var first, ..] ? first : null;

    public IReadOnlyList<RecordRef> Refs(string field) => [.. Objects(field).Select(item => new RecordRef((long)item["id"]!, (string)item["no"]!, (string)item["title"]!))];

    public IReadOnlyList<RecordValues> Rows(string field) => [.. Objects(field).Select(item => new RecordValues(item))];

    private IEnumerable<JsonObject> Objects(string field) => Data[field] switch
    {
        JsonArray several => several.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    };
}

/// <summary>A person as a record keeps him: the name as it was then.</summary>
public sealed record RecordPerson(long Id, string Account, string Name)
{
    /// <summary>As the values of a record hold him.</summary>
    public JsonObject ToJson() => new() { ["id"] = Id, ["account"] = Account, ["name"] = Name };
}

/// <summary>Another record as this one names it.</summary>
public sealed record RecordRef(long Id, string No, string Title)
{
    /// <summary>Number and title; the title alone where the number is not to be told.</summary>
    public string Text => $"{No} {Title}".Trim();

    /// <summary>As the values of a record hold it.</summary>
    public JsonObject ToJson() => new() { ["id"] = Id, ["no"] = No, ["title"] = Title };
}
