using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Support;

/// <summary>管理办法 (Art. 6(6), 13) with its versions: what comes into force ends the version before it.</summary>
internal sealed class RegulationType : RecordType
{
    public const string TypeKey = "exchange.regulation";

    public override string Key => TypeKey;

    public override string Label => "管理办法";

    public override string Prefix => "GF";

    public override string Group => Groups.Support;

    public override bool HasCommonFields => false;

    /// <summary>A rule concerns every unit: whoever has anything to do with it reads all.</summary>
    public override IReadOnlyList<Grant> Grants { get; } =
        [.. Matrix.Of(TypeKey), .. Matrix.Of(TypeKey).DistinctBy(grant => grant.UnitRole).Select(grant => grant with { Act = Act.ReadAll })];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("name", "名称", FieldKind.Text),
        new("versionNo", "版本", FieldKind.Text, Max: 30),
        new("validFrom", "施行日期", FieldKind.Date) { InList = true },
        new("file", "正文", FieldKind.File),
        new("summary", "主要修改", FieldKind.LongText, Required: false),
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("sie", "国际教育学院意见", Offices.InternationalCollege, "第六条六") { MayReject = false },
        new("aao", "教务处意见", Offices.AcademicAffairs, "第六条六") { MayReject = false },
        new("stu", "学生工作部（处）意见", Offices.StudentAffairs, "第六条六") { MayReject = false },
        Steps.School with { Article = "第六条六" },
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("approved", "待施行", StateKind.Pending), new("active", "施行中", StateKind.Passed), new("closed", "已废止", StateKind.NotRequired, IsFinal: true)];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(RecordMove.Activate, ["approved"], "active", "施行", Act.Execute),
        new(RecordMove.Close, ["active"], "closed", "废止", Act.Execute) { NeedsReason = true },
        new(RecordMove.Cancel, ["approved"], "cancelled", "取消", Act.Execute) { NeedsReason = true },
    ];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
        [new(RecordMove.Activate, "第十三条", context => Task.FromResult(context.Record.Date("validFrom") > context.Today ? $"施行日期是 {context.Record["validFrom"]}，还没有到" : null))];

    public override IReadOnlyList<RecordKey> Keys { get; } = [new("version", record => $"{record["name"]}/{record["versionNo"]}", "这个版本已经登记") { ForEver = true }];

    public override int IdsPerChange => RecordWriter.IdsPerRecord + RecordWriter.IdsPerEnd;

    public override string TitleOf(RecordView record) => $"{record["name"]}（{record["versionNo"]}）";

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (!change.Entered("active"))
            return;
        var others = await writer.ContextOf(change.After).OfUnitAsync(Key, change.After.UnitId, "active");
        if (others.FirstOrDefault(other => other.Id != change.After.Id && other["name"] == change.After["name"]) is { } previous)
            await writer.MoveAsync(previous, RecordMove.Close, $"由 {change.After["versionNo"]} 代替");
    }
}
