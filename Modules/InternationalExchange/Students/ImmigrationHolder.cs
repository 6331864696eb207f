using System.Text.Json.Nodes;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>The holder of a visa or permit: a foreign teacher or a student from abroad.</summary>
internal static class ImmigrationHolder
{
    /// <summary>Values of a new document, with what it takes over from its holder.</summary>
    public static JsonObject Values(string holderType, RecordView holder, string kind, params (string Field, string? Value)[] more)
    {
        var values = new JsonObject
        {
            ["holderType"] = holderType,
            [holderType] = holder.Reference.ToJson(),
            ["kind"] = kind,
        };
        foreach (var (field, value) in more.Where(pair => pair.Value is not null))
            values[field] = value;
        foreach (var (field, value) in Taken(holder).Where(pair => pair.Value is not null))
            values[field] = value;
        return values;
    }

    /// <summary>Unit and account of the holder: the college reads the document, the holder his own.</summary>
    public static (string Field, JsonNode? Value)[] Taken(RecordView holder) =>
        [("holderUnit", UnitOf(holder)), ("holderAccount", holder.Copy()["account"]?.DeepClone())];

    public static long UnitOf(RecordView holder) => holder.Unit("collegeUnit") ?? holder.UnitId;
}
