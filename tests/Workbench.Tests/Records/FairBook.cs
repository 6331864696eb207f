using Portal.Security.Permissions;
using Portal.Toolkit.Records;

namespace Workbench.Tests.Records;

/// <summary>A book with fields of every kind: a fair with a route of two steps, a booth that refers to it, a secret note.</summary>
public sealed class FairBook : RecordBook
{
    public const string College = "fair.college";
    public const string Head = "fair.head";
    public const string Office = "fair.office";
    public const string Other = "fair.other";

    public override string ModuleId => "Organisation";

    public override string Title => "展会";

    public override string? HeadPermission => Head;

    public override IReadOnlyList<UnitRole> Roles { get; } =
        [new("COL", "学院", College), new("OFF", "展会处", Office) { IsOffice = true }, new("RDR", "相关部门", Other)];

    public override IReadOnlyList<RecordType> Types { get; } = [new FairType(), new BoothType(), new NoteType()];
}

internal sealed class FairType : RecordType
{
    public const string Id = "fair.fair";

    public override string Key => Id;

    public override string Label => "展览";

    public override string Prefix => "ZL";

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "art=美术;trade=贸易") { InList = true, English = "Kind" },
        new("startOn", "开始日期", FieldKind.Date),
        new("endOn", "结束日期", FieldKind.Date, Check: fair => fair.Date("endOn") < fair.Date("startOn") ? "结束日期不能早于开始日期" : null),
        new("ngo", "境外组织参与", FieldKind.YesNo, Required: false),
        new("filingNo", "备案号", FieldKind.Text, ShowIf: fair => fair.Bool("ngo")),
        new("licence", "许可证号", FieldKind.Text, ShowIf: fair => fair.Is("kind", "trade") && fair.Bool("ngo")),
        new("countries", "参与国别", FieldKind.Country, Required: false, Multiple: true),
        new("places", "场地", FieldKind.Unit, Required: false, Multiple: true),
        new("closed", "不对外", FieldKind.YesNo, Required: false),
        new("ticket", "票价", FieldKind.Money, Required: false, ShowIf: fair => !fair.Bool("closed")),
        new("topics", "主题", FieldKind.Choice, Required: false, Multiple: true, Options: "a=绘画;b=雕塑"),
        new("guests", "外宾", FieldKind.Rows, Required: false, Columns:
        [
            new("name", "姓名", FieldKind.Text), new("country", "国别", FieldKind.Country), new("passport", "护照号", FieldKind.Text, Required: false, Sensitive: true),
        ]),
        new("opensAt", "开幕时间", FieldKind.DateTime, Required: false),
        new("contactNo", "联系人证件号", FieldKind.Text, Required: false, Sensitive: true),
        new("agenda", "议程", FieldKind.File),
        new("visitors", "观众人数", FieldKind.Int) { AskedBy = RecordMove.Close },
        new("outcome", "成果", FieldKind.LongText, Required: false) { Kept = true },
        new("photos", "照片", FieldKind.File, Required: false) { Kept = true },
    ];

    public override (string? Start, string? End) Period => ("startOn", "endOn");

    public override IReadOnlyList<RecordStep> Route { get; } =
        [new("head", "单位负责人审核", UnitRole.OwnUnitHead, "第四条"), new("office", "展会处审批", "OFF", "第六条")];

    public override IReadOnlyList<Grant> Grants { get; } = Grant.Row("OFF:AEF COL:CE RDR:r");

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new(RecordGuard.Submit, "惯例", context => Task.FromResult<string?>(context.Record.Date("startOn") < context.Today.AddDays(10) ? "申请少于 10 天" : null)) { OnlyWarns = true },
        new(RecordGuard.Approve, "惯例", context => Task.FromResult<string?>(context.Record.Date("startOn") < context.Today.AddDays(10) ? "批准时距开始不足 10 天" : null)) { OnlyWarns = true },
        RecordGuard.Of(RecordMove.Activate, "第五条", "没有成果说明，不得启动", fair => fair["kind"] != "trade" || fair.Has("outcome")),
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } = [new("report", "会后总结", (fair, _) => fair.Date("endOn")?.AddDays(10).ToDateTime(default), fair => fair.Has("outcome"))];
}

internal sealed class BoothType : RecordType
{
    public const string Id = "fair.booth";

    public override string Key => Id;

    public override string Label => "展位";

    public override string Prefix => "ZW";

    public override bool HasCommonFields => false;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("fair", "展览", FieldKind.Ref, RefType: FairType.Id), new("size", "面积", FieldKind.Int), new("keeper", "看管人", FieldKind.Person, Required: false),
        new("also", "同时参加", FieldKind.Ref, Required: false, RefType: FairType.Id, Multiple: true), new("countries", "参展国别", FieldKind.Country, Required: false, Multiple: true),
    ];

    public override string? TitleOf(RecordView record) => $"展位 {record["size"]} 平方米";

    public override IReadOnlyList<Grant> Grants { get; } = Grant.Row("OFF:CF COL:CE");
}

internal sealed class NoteType : RecordType
{
    public const string Id = "fair.note";

    public override string Key => Id;

    public override string Label => "安保记录";

    public override string Prefix => "AB";

    public override bool IsSensitive => true;

    public override string CustomPage => "/workbench/todos?note={id}";

    public override IReadOnlyList<Field> Fields { get; } =
        [new("result", "结论", FieldKind.Text) { Open = true, InList = true }, new("facts", "情况", FieldKind.LongText) { InList = true }, new("proof", "证据", FieldKind.File, Required: false), new("told", "告知单位", FieldKind.Unit, Required: false)];

    public override IReadOnlyList<Grant> Grants { get; } = Grant.Row("OFF:CEF COL:r");

    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.Units("told");
}

internal sealed class FairPermissions : IPermissionProvider
{
    private static readonly Permission[] _all = [.. new[] { FairBook.College, FairBook.Head, FairBook.Office, FairBook.Other }.Select(name => new Permission(name, name))];

    public static IReadOnlyList<PermissionStereotype> Roles { get; } =
    [
        new() { Name = "展会经办", Permissions = [_all[0]] }, new() { Name = "展会负责人", Permissions = [_all[0], _all[1]] },
        new() { Name = "展会处", Permissions = [_all[2]] }, new() { Name = "展会相关", Permissions = [_all[3]] },
    ];

    public IEnumerable<Permission> GetPermissions() => _all;

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
}
