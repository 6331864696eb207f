using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records.Forms;

/// <summary>What the form of a new record begins with: the unit's head, what its address says, and what the record it was begun from has in common with it.</summary>
public sealed class RecordPrefillService(RecordHeadQueries heads, RecordInputService inputs, RecordInputTextService texts, RecordQueries records)
{
    /// <param name="type">The type.</param>
    /// <param name="blank">The empty record, or the copy of another.</param>
    /// <param name="query">Values by field, as they would be typed: number of the record it was begun from, kind.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<(RecordView Record, RecordFormTexts Texts)> BeginAsync(
        RecordType type, RecordView blank, IEnumerable<KeyValuePair<string, StringValues>> query, CancellationToken cancellationToken)
    {
        var given = query.Where(pair => type.Find(pair.Key) is { InBody: true, Kind: not FieldKind.Rows }).ToArray();
        var input = await inputs.ReadAsync(type, given, field => given.Any(pair => pair.Key == field.Id), withCommon: false, cancellationToken);
        var record = RecordDesk.Merge(await WithHeadAsync(type, blank, cancellationToken), input, withCommon: false);
        foreach (var field in type.Fields.Where(field => field.Kind == FieldKind.Ref && input.Asked.Contains(field.Id)))
        {
            foreach (var reference in record.Refs(field.Id))
                record = await CarryAsync(type, record, field.RefType!, reference.Id, cancellationToken);
        }

        var typed = await texts.OfAsync(record, type.Fields, type.HasCommonFields, cancellationToken);
        foreach (var (name, values) in given.Where(pair => input.Errors.ContainsKey(pair.Key)))
            typed[name] = [.. values.OfType<string>()];
        return (record, typed);
    }

    private async Task<RecordView> WithHeadAsync(RecordType type, RecordView record, CancellationToken cancellationToken) =>
        type.HasCommonFields && record.Row.HeadId is null && await heads.FindAsync(type, cancellationToken) is { } head
            ? record.With(record.Row with { HeadId = head.Id, HeadName = head.Name })
            : record;

    // Partners of an agreement are those of the project that rests on it: what points outside is the same where it has the same name.
    private async Task<RecordView> CarryAsync(RecordType type, RecordView record, string refType, long id, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(refType, id, cancellationToken) is not { IsRestricted: false } source)
            return record;
        var data = (JsonObject)record.Data.DeepClone();
        foreach (var field in type.Fields.Where(field => field is { InBody: true, Sensitive: false, Kind: FieldKind.Ref or FieldKind.Country or FieldKind.Person or FieldKind.Unit }))
        {
            if (data[field.Id] is null && source.Type.Find(field.Id) is { Sensitive: false } same && same.Kind == field.Kind && same.RefType == field.RefType && same.Multiple == field.Multiple
                && source.Record.Data[field.Id] is { } value)
            {
                data[field.Id] = value.DeepClone();
            }
        }

        var row = type.HasCommonFields && source.Type.HasCommonFields ? record.Row with { Region = source.Record.Row.Region } : record.Row;
        return record.With(row).With(data);
    }
}
