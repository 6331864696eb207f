using System.Text.Json.Nodes;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>Values a record takes over from another or from where it was made. Nobody enters them.</summary>
internal static class Derived
{
    public const string Key = Moves.System;

    /// <summary>The unit that made the record, where it is one of the offices asked for.</summary>
    public const string Origin = "origin";

    /// <summary>Never made; fields that it asks for are in no form.</summary>
    public static RecordMove Move { get; } = Moves.OfSystem("draft");

    /// <summary>Writes what differs, or nothing.</summary>
    public static async Task SetAsync(RecordWriter writer, RecordView record, string label, params (string Field, JsonNode? Value)[] values)
    {
        var now = record.Copy();
        if (!values.All(value => JsonNode.DeepEquals(now[value.Field], value.Value)))
            await writer.SetAsync(record, label, values);
    }

    /// <summary>Notes which office made a new record, so that its own step is left out of the route.</summary>
    public static async Task MarkOriginAsync(RecordChange change, RecordWriter writer, params IReadOnlyList<string> offices)
    {
        if (change.Kind != RecordChangeKind.Created)
            return;
        var context = writer.ContextOf(change.After);
        foreach (var office in offices)
        {
            if (await context.OfficeAsync(office) != change.After.UnitId)
                continue;
            await writer.SetAsync(change.After, "登记发起部门", (Origin, office));
            return;
        }
    }

    /// <summary>Condition of a step: the record does not come from this office.</summary>
    public static Func<RecordView, bool> NotFrom(string office) => record => !record.Is(Origin, office);
}
