using System.Globalization;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Schools.Import;

/// <summary>学校导入 of a bureau: new schools below it, and changed facts.</summary>
internal sealed class SchoolImport(BureauListQueries bureaus, ScopeService scope, IUnitRegistrar registrar, IAuditLog audit)
    : Import<SchoolImportChoice, SchoolLine, PlannedSchool>
{
    private const string NameTaken = "同一教育局下已有同名单位，请核对名称和标识码";

    public override string Id => "RegistryTransfer.Schools";

    public override string Title => "学校名录";

    public override string Permission => Permissions.ManageSchools;

    public override string Counted => "所";

    public static string TopicOf(long bureauId) => bureauId.ToString(CultureInfo.InvariantCulture);

    protected override ImportPlan<SchoolLine> PlanFor(SchoolImportChoice argument) => new SchoolPlan();

    protected override async Task<ImportTarget> OpenAsync(SchoolImportChoice argument, CancellationToken cancellationToken)
    {
        var bureau = await bureaus.FindAsync(argument.BureauId, cancellationToken);
        return bureau is { IsActive: true }
            ? new ImportTarget { Subject = bureau.Name, Topic = TopicOf(bureau.Id), IdsPerRow = 1 }
            : throw new RefusedException("只能为本单位或下级教育局导入学校。");
    }

    protected override async Task<IReadOnlyList<CheckedRow<PlannedSchool>>> CheckAsync(
        WriteTransaction transaction, SchoolImportChoice argument, ImportResult<SchoolLine> file, IReadOnlyList<ImportRow<SchoolLine>> rows)
    {
        var data = await SchoolImportData.ReadAsync(transaction, scope, argument.BureauId, [.. rows.Select(row => row.Value!.Facts.Code)]);
        var names = new HashSet<(long, string)>();
        return [.. rows.Select(row => Compare(data, row.Value!, names))];
    }

    protected override async Task<IReadOnlyList<DeviantRow>> ApplyAsync(
        WriteTransaction transaction, SchoolImportChoice argument, ImportBatch batch, IReadOnlyList<PlannedRow<PlannedSchool>> rows)
    {
        var refused = new List<DeviantRow>();
        var added = rows.Where(row => row.Action.SchoolId is null).ToList();
        var data = await SchoolImportData.ReadAsync(transaction, scope, argument.BureauId, [.. rows.Select(row => row.Action.Facts.Code)]);
        foreach (var row in added.Where(row => data.Schools.ContainsKey(row.Action.Facts.Code) || data.HasName(row.Action.BureauId, row.Action.Facts.Name)).ToArray())
        {
            added.Remove(row);
            refused.Add(new(row.RowNumber, ImportOutcome.Rejected, "预检后已有这所学校，没有导入；请重新预检"));
        }

        var ids = await registrar.EnsureAsync(transaction, [.. added.Select(row => new NewUnit(row.Action.Facts.Name, SchoolCommands.UnitKind, row.Action.BureauId))]);
        await SchoolCommands.InsertAsync(transaction, [.. added.Select((row, index) => (ids[index], data.ProvinceOf(row.Action.BureauId), row.Action.Facts))]);
        foreach (var row in rows.Where(row => row.Action.SchoolId is not null))
        {
            if (!await UpdateAsync(transaction, row.Action))
                refused.Add(new(row.RowNumber, ImportOutcome.Rejected, "预检后学校有变动，没有导入；请重新预检"));
        }

        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = Module,
            Action = "导入学校名录",
            Subject = $"import:{batch.Id}",
            After = new { 教育局 = batch.Subject, 新增 = added.Count, 更新 = rows.Count - added.Count - refused.Count },
        });
        return refused;
    }

    private async Task<bool> UpdateAsync(WriteTransaction transaction, PlannedSchool planned)
    {
        var found = await transaction.ExecuteAsync(
            """
            update registrytransfer_school
            set region_code = @RegionCode, run_level = @RunLevel, stages = @Stages, schooling_system = @SchoolingSystem, version = version + 1
            where unit_id = @SchoolId and version = @Version
            """,
            new { planned.Facts.RegionCode, planned.Facts.RunLevel, planned.Facts.Stages, planned.Facts.SchoolingSystem, planned.SchoolId, planned.Version });
        if (found == 1)
            await registrar.RenameAsync(transaction, planned.SchoolId!.Value, planned.Facts.Name);
        return found == 1;
    }

    private static CheckedRow<PlannedSchool> Compare(SchoolImportData data, SchoolLine line, HashSet<(long, string)> names)
    {
        if (data.Schools.GetValueOrDefault(line.Facts.Code) is { } stored)
        {
            if (!data.IsInReach(stored))
                return Reject("学校标识码", "这个标识码属于其他地区的学校，请核对");
            var facts = line.Facts with { Status = stored.Status, CustodianCode = stored.CustodianCode, FourEyes = stored.FourEyes };
            if ((facts.RegionCode, facts.RunLevel) != (stored.RegionCode, stored.RunLevel) && data.Regions.FindFault(facts.RegionCode, facts.RunLevel) is { } moved)
                return Reject("行政区划代码", moved);
            if (facts.Name != stored.Name && (data.HasName(stored.ParentId, facts.Name) || !names.Add((stored.ParentId, facts.Name))))
                return Reject("学校名称", NameTaken);
            return facts == SchoolFacts.Of(stored)
                ? new() { Outcome = ImportOutcome.Unchanged, Message = "与现有学校一致" }
                : new() { Outcome = ImportOutcome.Change, Action = new() { Facts = facts, BureauId = stored.ParentId, SchoolId = stored.Id, Version = stored.Version } };
        }

        if (data.BureauOf(line.Bureau) is not { } bureau)
            return Reject("上级教育局", $"本单位及下级没有唯一的教育局「{line.Bureau}」");
        if (data.Regions.FindFault(line.Facts.RegionCode, line.Facts.RunLevel) is { } fault)
            return Reject("行政区划代码", fault);
        return data.HasName(bureau, line.Facts.Name) || !names.Add((bureau, line.Facts.Name))
            ? Reject("学校名称", NameTaken)
            : new() { Outcome = ImportOutcome.Addition, Action = new() { Facts = line.Facts, BureauId = bureau } };
    }

    private static CheckedRow<PlannedSchool> Reject(string field, string message) => new() { Outcome = ImportOutcome.Rejected, Code = "registry", Field = field, Message = message };
}
