using System.Text.Json.Nodes;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Reading;
using Portal.Units;

namespace Portal.Toolkit.Records.Forms;

/// <summary>Builds the form of a record type: from what is stored, or from what was typed.</summary>
public sealed class RecordFormService(RecordSuggestionQueries suggestions, RecordTextService texts, RecordInputTextService inputs, IUnitContext context, LocalTime local)
{
    private static readonly IReadOnlyList<FieldChoice> _yesNo = FieldChoice.Parse("true=是;false=否");

    /// <summary>A record that does not exist yet, as the form of a new one begins.</summary>
    public RecordView Blank(RecordType type) => new(
        new() { Type = type.Key, UnitId = context.UnitId, OwnerId = context.Person?.Id ?? 0, OwnerName = context.Person?.Name ?? "", Year = local.Today.Year }, [], []);

    /// <summary>The record as the input would make it.</summary>
    public static RecordView Typed(RecordView record, RecordInput input) => Writing.RecordDesk.Merge(record, input, withCommon: true);

    /// <summary>复制为新: the body of a record in a new one of the current unit and person; neither files nor what was asked for later, nor what is masked for the reader.</summary>
    public RecordView Copy(RecordType type, RecordView source, bool withSecrets)
    {
        var blank = Blank(type);
        var data = (JsonObject)source.Data.DeepClone();
        foreach (var field in type.Fields.Where(field => !field.InBody || (field.Sensitive && !withSecrets)))
            data.Remove(field.Id);
        foreach (var (field, column) in type.Fields.SelectMany(field => (field.Columns ?? []).Where(column => column.Sensitive && !withSecrets).Select(column => (field, column))))
        {
            foreach (var rowOfField in (data[field.Id] as JsonArray ?? []).OfType<JsonObject>())
                rowOfField.Remove(column.Id);
        }

        var row = source.Row;
        return new(blank.Row with { Title = row.Title, HeadId = row.HeadId, HeadName = row.HeadName, Level = row.Level, Secrecy = row.Secrecy, Region = row.Region, Remarks = row.Remarks }, data, []);
    }

    /// <summary>What is missing for submitting, by field.</summary>
    public static IReadOnlyDictionary<string, string> Missing(RecordType type, RecordView record) => Writing.RecordDesk.Missing(type, record);

    /// <param name="type">The type.</param>
    /// <param name="record">On which conditions of fields are asked.</param>
    /// <param name="typed">What stands in the inputs; null takes the record's values.</param>
    /// <param name="asked">The fields.</param>
    /// <param name="withCommon">Whether title, head and the like are asked for.</param>
    /// <param name="addRow">Id of a field that gets one more row.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<RecordForm> BuildAsync(
        RecordType type, RecordView record, RecordFormTexts? typed, Func<Field, bool> asked, bool withCommon, string? addRow, CancellationToken cancellationToken)
    {
        var fields = type.Fields.Where(field => field.Kind != FieldKind.File && asked(field)).ToArray();
        var common = withCommon && type.HasCommonFields ? RecordCommonFields.Of(type, record) : [];
        typed ??= await inputs.OfAsync(record, fields, common.Length > 0, cancellationToken);
        return new()
        {
            Type = type,
            Common = [.. common.Select(field => Build(type, record, field, field.Id, typed, null))],
            Fields = [.. fields.Select(field => Build(type, record, field, field.Id, typed, addRow))],
            Lists = await suggestions.ListAsync(type, [.. fields, .. fields.SelectMany(field => field.Columns ?? []), .. common], cancellationToken),
        };
    }

    /// <summary>Where what is stored differs from what was typed.</summary>
    public IReadOnlyList<StaleDifference> Differences(RecordType type, RecordView stored, RecordView typed, Func<Field, bool> asked) =>
    [
        .. StaleDifference.Between(RecordCommonFields.Texts(stored), RecordCommonFields.Texts(typed)),
        .. texts.Differences(type, stored, typed, asked, masksSecrets: false),
    ];

    private RecordFormField Build(RecordType type, RecordView record, Field field, string name, RecordFormTexts typed, string? addRow)
    {
        var (when, words) = ShowRule.Of(type, field, record);
        return new()
        {
            Field = field,
            Name = name,
            Values = typed[name],
            Choices = field.Kind switch
            {
                FieldKind.Choice => field.Choices,
                FieldKind.YesNo => _yesNo,
                FieldKind.Unit => suggestions.Units(typed[name]),
                _ => [],
            },
            List = RecordSuggestionQueries.ListOf(field),
            ShowWhen = when,
            ShowWords = words,
            Rows = field.Kind == FieldKind.Rows ? Rows(type, record, field, typed, addRow == field.Id) : [],
            IsCell = name != field.Id,
        };
    }

    private IReadOnlyList<RecordFormRow> Rows(RecordType type, RecordView record, Field field, RecordFormTexts typed, bool addsRow)
    {
        // A post may name rows by the thousand; a page shows those that could be saved.
        var rows = typed.RowsOf(field.Id).Take(Math.Max(field.Max ?? 0, RecordInputParser.MostRows)).ToList();
        var wanted = Math.Max(addsRow ? rows.Count + 1 : rows.Count, field.Min ?? 1);
        for (var next = rows.Count == 0 ? 0 : rows[^1] + 1; rows.Count < wanted; next++)
            rows.Add(next);
        return [.. rows.Select(index => new RecordFormRow(index, [.. field.Columns!.Select(column => Build(type, record, column, $"{field.Id}[{index}].{column.Id}", typed, null))]))];
    }
}
