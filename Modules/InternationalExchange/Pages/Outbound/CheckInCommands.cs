using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>签到: adds one line to the record of a student abroad, with the address where he lives now.</summary>
internal sealed class CheckInCommands(RecordCommands records, RecordInputService inputs, RecordCatalog catalog)
{
    private const string Address = "addressAbroad";
    private const string Row = $"{CheckIns.FieldId}[0].";

    /// <exception cref="RecordInvalidException">Something is missing, by the name of its input.</exception>
    public async Task<RecordSaved> AddAsync(RecordView student, long version, IReadOnlyCollection<KeyValuePair<string, StringValues>> form, CancellationToken cancellationToken)
    {
        var asked = new[] { CheckIns.FieldId, Address };
        var input = await inputs.ReadAsync(catalog.Get(OutboundStudentType.TypeKey), form, field => asked.Contains(field.Id), withCommon: false, cancellationToken);
        var errors = new Dictionary<string, string>(input.Errors);
        var row = input.Values[CheckIns.FieldId] is JsonArray { Count: > 0 } rows ? (JsonObject)rows[0]! : [];
        foreach (var column in CheckIns.Columns.Where(column => column.Required && row[column.Id] is null && !errors.ContainsKey(Row + column.Id)))
            errors[Row + column.Id] = $"请填写{column.Label}";
        if (errors.Count > 0)
            throw new RecordInvalidException(errors);
        var values = new JsonObject { [CheckIns.FieldId] = new JsonArray([.. (student.Copy()[CheckIns.FieldId] as JsonArray ?? []).Append(row).Select(node => node!.DeepClone())]) };
        if (input.Values[Address] is { } address)
            values[Address] = address.DeepClone();
        return await records.SaveAsync(student.Id, version, input with { Values = values, Errors = new Dictionary<string, string>() }, cancellationToken);
    }
}
