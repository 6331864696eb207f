namespace Portal.Toolkit.Records.Reading;

/// <summary>Puts a record into words for its page: what the current post may see of it, in the order of the type.</summary>
public sealed class RecordFactService(RecordTextService texts, RecordLinkQueries links)
{
    /// <summary>The record as it is in force.</summary>
    public async Task<RecordFacts> OfAsync(RecordDetails details, CancellationToken cancellationToken)
    {
        var record = details.Record;
        var fields = details.Type.Fields.Where(field => details.Shows(field) && field.Kind != FieldKind.File && field.ShowIf?.Invoke(record) != false && (field.InBody || record.Has(field.Id))).ToArray();
        var open = await links.OpenAsync([.. fields.SelectMany(field => Refs(field, record)).Select(reference => reference.Id).Distinct()], cancellationToken);
        return new()
        {
            Facts = [.. Common(details), .. fields.Where(field => field.Kind != FieldKind.Rows && (field.Required || record.Has(field.Id))).Select(field => Fact(field, record)), .. Remarks(details)],
            Unfilled = [.. fields.Where(field => !field.Required && !record.Has(field.Id)).Select(field => field.Label)],
            Tables =
            [
                .. fields.Where(field => field.Kind == FieldKind.Rows && record.Has(field.Id)).Select(field => new RecordTable(
                    field.Id, field.Label, field.English, [.. field.Columns!.Select(column => column.Label)],
                    [.. record.Rows(field.Id).Select(row => (IReadOnlyList<RecordFact>)[.. field.Columns!.Select(column => Fact(column, row))])])),
            ],
        };

        RecordFact Fact(Field field, RecordValues values) => new(
            field.Label, field.English, texts.Of(field, values, !details.ShowsSecrets),
            field.Kind == FieldKind.Ref && (!field.Sensitive || details.ShowsSecrets)
                ? [.. values.Refs(field.Id).Select(reference => new RecordFactLink($"{reference.No} {reference.Title}", open.Contains(reference.Id) ? RecordAddress.Of(field.RefType!, reference.Id) : null))]
                : []);
    }

    private static IEnumerable<RecordFact> Common(RecordDetails details)
    {
        var row = details.Record.Row;
        yield return new("承办单位", "", details.UnitName, []);
        if (!details.Type.HasCommonFields)
            yield break;
        if (row.HeadName.Length > 0)
            yield return new("单位一把手", "", row.HeadName, []);
        yield return new("责任人", "", row.OwnerName, []);
        yield return new("年度", "", $"{row.Year}", []);
        if (row.Level.Length > 0)
            yield return new("层级", "", RecordWords.Levels.LabelOf(row.Level), []);
        yield return new("密级", "", RecordWords.Secrecies.LabelOf(row.Secrecy), []);
        yield return new("地域", "", RecordWords.Regions.LabelOf(row.Region), []);
    }

    private static IEnumerable<RecordFact> Remarks(RecordDetails details) =>
        details.Type.HasCommonFields && !details.IsRestricted && details.Record.Row.Remarks is { Length: > 0 } remarks ? [new("备注", "", remarks, [])] : [];

    private static IEnumerable<RecordRef> Refs(Field field, RecordValues values) => field.Kind switch
    {
        FieldKind.Ref => values.Refs(field.Id),
        FieldKind.Rows => values.Rows(field.Id).SelectMany(row => field.Columns!.SelectMany(column => Refs(column, row))),
        _ => [],
    };
}
