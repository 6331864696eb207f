using Portal.Audit;
using Portal.Data;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Imports;

/// <summary>The smallest complete import: items with a code and a name.</summary>
public sealed class ItemImport(IAuditLog audit, ItemFaults faults) : Import<ItemChoice, Item, Item>
{
    public override string Id => "Organisation.Items";

    public override string Title => "物品";

    public override string Permission => Organisation.Permissions.ManageUnits;

    public override string Counted => "件";

    protected override ImportPlan<Item> PlanFor(ItemChoice argument) => new ItemPlan();

    protected override Task<ImportTarget> OpenAsync(ItemChoice argument, CancellationToken cancellationToken) =>
        Task.FromResult(new ImportTarget { Subject = argument.Store, Topic = argument.Store });

    protected override async Task<IReadOnlyList<CheckedRow<Item>>> CheckAsync(
        WriteTransaction transaction, ItemChoice argument, ImportResult<Item> file, IReadOnlyList<ImportRow<Item>> rows)
    {
        var stored = await ReadAsync(transaction, rows.Select(row => row.Value!.Code));
        return [.. rows.Select(row => Check(row.Value!, stored.GetValueOrDefault(row.Value!.Code)))];
    }

    protected override async Task<IReadOnlyList<DeviantRow>> ApplyAsync(
        WriteTransaction transaction, ItemChoice argument, ImportBatch batch, IReadOnlyList<PlannedRow<Item>> rows)
    {
        faults.BeforePart();
        var stored = await ReadAsync(transaction, rows.Select(row => row.Action.Code));
        var refused = rows.Where(row => (stored.GetValueOrDefault(row.Action.Code)?.Version ?? 0) != row.Action.Version)
            .Select(row => new DeviantRow(row.RowNumber, ImportOutcome.Rejected, "预检后已被修改")).ToArray();
        var good = rows.ExceptBy(refused.Select(row => row.RowNumber), row => row.RowNumber).Select(row => row.Action).ToArray();
        foreach (var item in good.Where(item => item.Version > 0))
            await transaction.ExecuteAsync("update test_item set name = @Name, version = version + 1 where code = @Code", item);
        await transaction.InsertAsync("test_item", ["code", "name", "version"], good.Where(item => item.Version == 0).Select(item => new object?[] { item.Code, item.Name, 1 }));
        await audit.WriteAsync(transaction, new AuditEntry { Module = Module, Action = "导入物品", Subject = $"import:{batch.Id}" });
        return refused;
    }

    private static CheckedRow<Item> Check(Item item, Item? stored) => stored switch
    {
        _ when item.Name == "坏" => new() { Outcome = ImportOutcome.Rejected, Code = "X1", Field = "名称", Message = "名称不能为坏" },
        null => new() { Outcome = ImportOutcome.Addition, Action = item },
        _ when stored.Name == item.Name => new() { Outcome = ImportOutcome.Unchanged },
        _ => new() { Outcome = ImportOutcome.Change, Action = item with { Version = stored.Version }, Message = $"名称：{stored.Name} → {item.Name}" },
    };

    private static async Task<Dictionary<string, Item>> ReadAsync(WriteTransaction transaction, IEnumerable<string> codes) =>
        (await transaction.QueryAsync<Item>("select code, name, version from test_item where code in @codes", new { codes })).ToDictionary(item => item.Code);
}

public sealed record ItemChoice(string Store);

public sealed record Item
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>0 for a new one.</summary>
    public int Version { get; init; }
}

public sealed class ItemPlan : ImportPlan<Item>
{
    private readonly TextColumn _code = new("编号") { Required = true, Unique = true, Rule = TextRule.Key, Mask = code => $"{code[..1]}***" };
    private readonly TextColumn _name = new("名称") { Required = true, MaxLength = 50 };

    public ItemPlan() => Columns = [_code, _name];

    public override string Name => "物品";

    protected override Item Map(ImportCells row) => new() { Code = row.Get(_code), Name = row.Get(_name) };
}

/// <summary>Lets a part fail: its number from 1, and what it throws.</summary>
public sealed class ItemFaults
{
    private int _parts;

    public Dictionary<int, Exception> Faults { get; } = [];

    public void Reset()
    {
        Faults.Clear();
        _parts = 0;
    }

    public void BeforePart()
    {
        if (Faults.Remove(++_parts, out var fault))
            throw fault;
    }
}
