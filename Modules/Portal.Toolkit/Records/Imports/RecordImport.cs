using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Data;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Writing;
using Portal.Toolkit.Spreadsheets;
using Portal.Units;

namespace Portal.Toolkit.Records.Imports;

/// <summary>导入 of a record type: read by the parser of its form, held to its rules, and all rows or none.</summary>
internal sealed class RecordImport(
    RecordBook book, RecordType type, RecordImportCheck check, RecordEngine engine, RecordAccess access, IUnitContext context, IUnitTree units, RecordTypeService types)
    : Import<RecordImportChoice, RecordLine, PlannedRecord>
{
    public override string Id => $"{book.ModuleId}.{type.Key}";

    public override string Title => type.Label;

    public override string Counted => "条";

    public override bool IsAllOrNothing => true;

    /// <summary>Of the unit role by which the current post creates such records.</summary>
    public override string Permission =>
        access.RolesIn(book).FirstOrDefault(MayCreate)?.Permission ?? book.Roles.First(MayCreate).Permission;

    public RecordType Type => type;

    public RecordPlan Plan => field ??= new(type);

    public static string TopicOf(long unitId) => unitId.ToString(CultureInfo.InvariantCulture);

    protected override ImportPlan<RecordLine> PlanFor(RecordImportChoice argument) => Plan;

    protected override Task<ImportTarget> OpenAsync(RecordImportChoice argument, CancellationToken cancellationToken) =>
        types.Find(type.Key) is not null && access.MayCreate(type) && context.UnitId == argument.UnitId && units.Find(argument.UnitId) is { } unit
            ? Task.FromResult(new ImportTarget { Subject = unit.Name, Topic = TopicOf(argument.UnitId), IdsPerRow = RecordWriter.IdsPerRecord + type.IdsPerChange })
            : throw new RefusedException($"您当前的岗位不能导入{type.Label}。");

    protected override async Task<IReadOnlyList<CheckedRow<PlannedRecord>>> CheckAsync(
        WriteTransaction transaction, RecordImportChoice argument, ImportResult<RecordLine> file, IReadOnlyList<ImportRow<RecordLine>> rows) =>
        await check.RunAsync(await engine.OpenAsync(transaction, book), type, argument.UnitId, rows);

    // One transaction for the whole file: whatever stands against a row now leaves nothing of the others behind.
    protected override async Task<IReadOnlyList<DeviantRow>> ApplyAsync(
        WriteTransaction transaction, RecordImportChoice argument, ImportBatch batch, IReadOnlyList<PlannedRow<PlannedRecord>> rows)
    {
        var writer = await engine.OpenAsync(transaction, book);
        foreach (var row in rows)
        {
            try
            {
                var values = JsonNode.Parse(row.Action.Values)!.AsObject();
                await RecordImportCheck.GuardAsync(writer, type, new(row.Action.Common with { Type = type.Key, UnitId = argument.UnitId, State = type.ImportedState }, values, []));
                await writer.CreateAsync(type.Key, argument.UnitId, values, type.ImportedState, "导入", row.Action.Common);
            }
            catch (RefusedException refusal)
            {
                throw new RefusedException($"第 {row.RowNumber} 行：{refusal.Message} 没有导入任何一行。");
            }
        }

        return [];
    }

    private bool MayCreate(UnitRole role) => type.Grants.Any(grant => grant.UnitRole == role.Key && grant.Act == Act.Create);
}
