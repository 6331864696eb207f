using Portal.Toolkit.Records;

namespace Portal.Benchmarks;

/// <summary>One record type on permissions that the demo's administrator and a college's hold.</summary>
internal sealed class BenchBook : RecordBook
{
    public override string ModuleId => "Workbench";

    public override string Title => "测量";

    public override IReadOnlyList<UnitRole> Roles { get; } =
    [
        new("OFF", "职能部门", "organisation.roles.manage") { IsOffice = true },
        new("COL", "学院", "organisation.posts.manage"),
    ];

    public override IReadOnlyList<RecordType> Types { get; } = [new BenchType()];
}

/// <summary>What the measured records are.</summary>
internal sealed class BenchType : RecordType
{
    public const string Name = "bench.event";

    public override string Key => Name;

    public override string Label => "国际会议";

    public override string Prefix => "HY";

    public override IReadOnlyList<Grant> Grants { get; } = Grant.Row("OFF:R COL:CE");

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "conference=国际会议;competition=竞赛;exhibition=展览;talk=专业交流报告"),
        new("country", "国别", FieldKind.Country) { InList = true },
        new("guests", "外宾人数", FieldKind.Int) { InList = true },
        new("agenda", "议程", FieldKind.LongText),
    ];
}
