using Portal.Security.Permissions;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.Toolkit.Tests.Records;

/// <summary>A book of two types: a paper with a route of three steps, and a secret register without one.</summary>
public sealed class SampleBook : RecordBook
{
    public const string College = "sample.college";
    public const string Office = "sample.office";
    public const string School = "sample.school";
    public const string Vault = "sample.vault";
    public const string Reader = "sample.reader";
    public const string Own = "sample.self";
    public const string Head = "sample.head";

    public override string ModuleId => "Organisation";

    public override string Title => "样例";

    public override string? HeadPermission => Head;

    public override string? LateOffice => "OFF";

    public override IReadOnlyList<UnitRole> Roles { get; } =
    [
        new("COL", "学院", College),
        new("OFF", "职能处", Office) { IsOffice = true },
        new("SCH", "学校", School) { IsOffice = true, ReadsAll = true },
        new("VLT", "机要室", Vault) { IsOffice = true },
        new("RDR", "相关部门", Reader),
        new("SLF", "本人", Own) { IsPersonal = true },
    ];

    public override IReadOnlyList<RecordSetting> Settings { get; } =
    [
        new("report.days", "会后总结天数", SettingKind.Days, "10", "惯例"),
        new("early.strict", "提前天数不足时拒绝", SettingKind.YesNo, "false", "惯例"),
    ];

    public override IReadOnlyList<RecordType> Types { get; } = [new PaperType(), new SecretType()];
}

internal sealed class PaperType : RecordType
{
    public const string Id = "sample.paper";

    public override string Key => Id;

    public override string Label => "文件";

    public override string Prefix => "WJ";

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "talk=报告;meeting=会议"),
        new("amount", "金额", FieldKind.Money),
        new("startOn", "开始日期", FieldKind.Date),
        new("endOn", "结束日期", FieldKind.Date, Check: record => record.Date("endOn") < record.Date("startOn") ? "结束日期不能早于开始日期" : null),
        new("guests", "来宾", FieldKind.Rows, Required: false, Columns: [new("name", "姓名", FieldKind.Text), new("country", "国别", FieldKind.Country)]),
        new("filingNo", "备案号", FieldKind.Text, ShowIf: record => record.Is("kind", "meeting")),
        new("approvalNo", "批件号", FieldKind.Text) { AskedBy = RecordMove.Activate },
        new("report", "总结", FieldKind.LongText, Required: false) { Kept = true },
        new("checkedOn", "检查日期", FieldKind.Date, Required: false) { Kept = true },
    ];

    public override IReadOnlyList<Grant> Grants { get; } = Grant.Row("COL:CE OFF:VF SCH:A SLF:r");

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("head", "单位负责人", UnitRole.OwnUnitHead, "第四条"),
        new("office", "职能处审核", "OFF", "第六条"),
        new("school", "学校审批", "SCH", "第四条", record => record.Money("amount") > 1000),
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } = [.. RecordMove.Standard, new("drop", ["in-review", "returned"], "cancelled", "撤件") { IsInternal = true }];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        RecordGuard.Of(RecordGuard.Approve, "第五条", "金额超过限额，不得批准", record => record.Money("amount") is not > 9000),
        new(RecordMove.Activate, "第七条", context => Task.FromResult(context.Today < context.Record.Date("startOn") ? "未到开始日期" : null)),
        new(RecordGuard.Submit, "", context => Task.FromResult(context.Record.Date("startOn") < context.Today.AddDays(5) ? "提前不足 5 天" : null)) { StrictSetting = "early.strict" },
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("report", "会后总结", (record, settings) => record.Date("endOn")?.AddDays(settings.Number("report.days")).ToDateTime(TimeOnly.MinValue), record => record.Has("report")) { Offices = ["OFF"] },
        new("check", "年度检查", (record, _) => record.Date("checkedOn")?.AddYears(1).ToDateTime(TimeOnly.MinValue), _ => false) { IsRecurring = true },
    ];

    public override IReadOnlyList<RecordKey> Keys { get; } = [new("title", record => $"{record.Year}/{record.Title}", "同一年度已有同名文件")];

    public override (string? Start, string? End) Period => ("startOn", "endOn");

    public override long? PersonOf(RecordView record) => record.Row.HeadId;
}

internal sealed class SecretType : RecordType
{
    public const string Id = "sample.secret";

    public override string Key => Id;

    public override string Label => "机要";

    public override string Prefix => "JY";

    public override bool IsSensitive => true;

    public override bool HasCommonFields => false;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("number", "证号", FieldKind.Text, Sensitive: true),
        new("result", "结论", FieldKind.Choice, Options: "yes=同意;no=不同意") { Open = true },
        new("facts", "情况", FieldKind.LongText, Required: false),
    ];

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("open", "一般"), new("closed", "限制")];

    public override IReadOnlyList<Grant> Grants { get; } = [.. Grant.Row("VLT:CK RDR:r", "open"), .. Grant.Row("VLT:CK", "closed")];

    public override IReadOnlyList<RecordMove> Moves { get; } = [new("lend", ["active"], "out", "领出", Act.Custody) { NeedsReason = true }, new("back", ["out"], "active", "归还", Act.Custody)];

    public override IReadOnlyList<RecordState> States { get; } = [new("out", "已领出", StateKind.Mine)];

    public override IReadOnlyList<RecordKey> Keys { get; } = [new("number", record => record["number"], "证号已登记") { FromDraft = true }];

    public override string FacetOf(RecordView record) => record.Is("result", "no") ? "closed" : "open";

    public override string? TitleOf(RecordView record) => $"证件 {record["number"]?[^2..]}";
}

internal sealed class SamplePermissions : IPermissionProvider
{
    public IEnumerable<Permission> GetPermissions() =>
        new[] { SampleBook.College, SampleBook.Office, SampleBook.School, SampleBook.Vault, SampleBook.Reader, SampleBook.Own, SampleBook.Head }.Select(name => new Permission(name, name));

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
}
