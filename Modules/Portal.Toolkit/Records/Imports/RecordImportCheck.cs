using Microsoft.Extensions.Primitives;
using Portal.Data;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Writing;
using Portal.Toolkit.Spreadsheets;
using Portal.Units;

namespace Portal.Toolkit.Records.Imports;

/// <summary>What stands against the rows of a file: fields, rules, and values that another row or record has.</summary>
internal sealed class RecordImportCheck(RecordInputService inputs, RecordAccess access, IUnitContext context, ISecretText secrets)
{
    public async Task<IReadOnlyList<CheckedRow<PlannedRecord>>> RunAsync(RecordWriter writer, RecordType type, long unitId, IReadOnlyList<ImportRow<RecordLine>> rows)
    {
        var checkedRows = new List<CheckedRow<PlannedRecord>>();
        var claims = new Dictionary<(string Name, string Value), int>();
        foreach (var row in rows)
        {
            var form = row.Value!.Typed.Select(pair => KeyValuePair.Create(pair.Key, new StringValues(pair.Value)));
            var input = await inputs.ReadAsync(type, form, RecordPlan.IsInFile, withCommon: true, writer.Transaction.CancellationToken);
            var record = new RecordView(Common(type, input, unitId, writer.Today.Year), input.Values, []);
            var warned = writer.Warnings.Count;
            var problem = FieldProblem(type, record, input) ?? await RuleProblemAsync(writer, type, record) ?? await KeyProblemAsync(writer, type, record, claims, row.RowNumber);
            checkedRows.Add(problem is var (field, message)
                ? new() { Outcome = ImportOutcome.Rejected, Code = "record", Field = field, Message = message }
                : new()
                {
                    Outcome = ImportOutcome.Addition,
                    Action = new() { Common = record.Row, Values = input.Values.ToJsonString() },
                    Warning = string.Join('；', writer.Warnings.Skip(warned)),
                });
        }

        return checkedRows;
    }

    /// <summary>Asks the rules that stand before the state in which rows are imported.</summary>
    /// <exception cref="RefusedException">The first that stands against it.</exception>
    public static async Task GuardAsync(RecordWriter writer, RecordType type, RecordView record)
    {
        if (type.ImportedState == RecordState.Draft.Key)
            return;
        await writer.CheckAsync(RecordGuard.Submit, record, null);
        await writer.CheckAsync(RecordGuard.Approve, record, null);
    }

    private RecordRow Common(RecordType type, RecordInput input, long unitId, int year) => input.Common with
    {
        Type = type.Key,
        UnitId = unitId,
        State = type.ImportedState,
        Year = input.Common.Year > 0 ? input.Common.Year : year,
        OwnerId = input.Common.OwnerId > 0 ? input.Common.OwnerId : context.Person!.Id,
        OwnerName = input.Common.OwnerId > 0 ? input.Common.OwnerName : context.Person!.Name,
    };

    private (string Field, string Message)? FieldProblem(RecordType type, RecordView record, RecordInput input)
    {
        var errors = new Dictionary<string, string>(input.Errors, StringComparer.Ordinal);
        foreach (var (field, message) in RecordValidation.Find(type, record, RecordPlan.IsInFile, requires: true))
            errors.TryAdd(field, message);
        if (errors.Count > 0)
            return (string.Join('、', errors.Keys.Select(key => LabelOf(type, key))), string.Join('；', errors.Values));
        return access.MayCreate(type, type.FacetOf(record)) ? null : ("", $"您当前的岗位不能新建这一类{type.Label}");
    }

    private static async Task<(string Field, string Message)?> RuleProblemAsync(RecordWriter writer, RecordType type, RecordView record)
    {
        try
        {
            await writer.CheckAsync(RecordGuard.Save, record, null);
            await GuardAsync(writer, type, record);
            return null;
        }
        catch (RefusedException refusal)
        {
            return ("", refusal.Message);
        }
    }

    // Drafts claim most values only at submit; a file that could never be submitted is refused now.
    private async Task<(string Field, string Message)?> KeyProblemAsync(
        RecordWriter writer, RecordType type, RecordView record, Dictionary<(string Name, string Value), int> claims, int rowNumber)
    {
        foreach (var key in type.Keys)
        {
            if (key.Value(record) is not { } value)
                continue;
            if (!claims.TryAdd((key.Name, value), rowNumber))
                return (LabelOf(type, key), $"与第 {claims[(key.Name, value)]} 行重复：{key.Message}");
            var taken = await writer.Transaction.ScalarAsync<long>(
                "select count(*) from toolkit_record_key where type = @Key and name = @Name and value = @value",
                new { type.Key, key.Name, value = RecordKeys.Stored(type, key.Name, value, secrets) });
            if (taken > 0)
                return (LabelOf(type, key), key.Message);
        }

        return null;
    }

    // A key that is one field alone is named as the field.
    private static string LabelOf(RecordType type, RecordKey key) => type.Find(key.Name)?.Label ?? "";

    private static string LabelOf(RecordType type, string key) => type.Find(key)?.Label ?? key switch
    {
        "title" => "标题",
        "unitHead" => "单位一把手",
        "owner" => "责任人",
        "year" => "年度",
        "level" => "层级",
        "secrecy" => "密级",
        "region" => "地域",
        "remarks" => "备注",
        _ => key,
    };
}
