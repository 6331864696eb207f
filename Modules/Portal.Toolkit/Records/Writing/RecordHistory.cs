using System.Text.Json.Nodes;
using Portal.Audit;
using Portal.Data;
using Portal.Toolkit.Records.Storage;

namespace Portal.Toolkit.Records.Writing;

/// <summary>The history of a record, never changed, and its audit rows.</summary>
internal static class RecordHistory
{
    private const int MostText = 1000;

    public static Task WriteAsync(WriteTransaction transaction, RecordEngine engine, RecordChange change, string label) =>
        WriteAsync(transaction, engine, change.After, change.Kind.ToString(), label, change.Text);

    public static Task WriteAsync(WriteTransaction transaction, RecordEngine engine, RecordView record, string kind, string label, string text) => transaction.ExecuteAsync(
        """
        insert into toolkit_record_event (id, record_id, at, kind, label, state, text, person_id, person_name, unit_name, version)
        values (@id, @recordId, @Now, @kind, @label, @State, @text, @personId, @personName, @unitName, @Version)
        """,
        new
        {
            id = transaction.NextId(),
            recordId = record.Id,
            engine.Now,
            kind,
            label,
            record.State,
            text = text.Length <= MostText ? text : text[..MostText],
            personId = engine.Context.Person?.Id,
            personName = engine.Context.Person?.Name ?? "系统",
            unitName = engine.Context.Post?.UnitName ?? "",
            record.Row.Version,
        });

    public static Task AuditAsync(WriteTransaction transaction, RecordEngine engine, RecordBook book, RecordType type, RecordChange change, string label)
    {
        var changed = Changed(type, change);
        return engine.Audit.WriteAsync(transaction, new AuditEntry
        {
            Module = book.ModuleId,
            Action = $"{type.Label}：{label}",
            Subject = $"record:{change.After.Id}",
            Before = change.Before is null ? null : Facts(type, change.Before, changed),
            After = Facts(type, change.After, changed),
        });
    }

    private static string[] Changed(RecordType type, RecordChange change) =>
        [.. type.Fields.Select(field => field.Id).Where(id => !JsonNode.DeepEquals(change.Before?.Data[id], change.After.Data[id]))];

    // Whoever reads the audit need not be one of those to whom a sensitive record is open: that it was changed is said, not to what.
    private static object Facts(RecordType type, RecordView record, string[] changed)
    {
        var plain = RecordJson.Plain(type, record.Data);
        var values = new JsonObject();
        foreach (var id in changed.Where(id => plain[id] is not null))
            values[id] = type.IsSensitive && type.Find(id) is not { Open: true } ? "***" : plain[id]!.DeepClone();
        return new { record.No, Title = type.IsSensitive ? "***" : record.Title, record.State, unit = record.UnitId, record.Row.Version, values };
    }
}
