using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Events;

/// <summary>Content of an event; its title is its Chinese name.</summary>
internal static class EventFields
{
    public static IReadOnlyList<Field> All { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "conference=国际会议;competition=竞赛;exhibition=展览;talk=专业交流报告") { InList = true },
        new("nameEn", "外文名称", FieldKind.Text),
        new("hosts", "主办、承办单位", FieldKind.Text),
        new("place", "地点", FieldKind.Text),
        new("startOn", "开始日期", FieldKind.Date) { InList = true },
        new("endOn", "结束日期", FieldKind.Date, Check: Dates.NotBefore("endOn", "startOn", "结束日期早于开始日期")) { InList = true },
        new("countries", "参与国别", FieldKind.Country, Required: false, Multiple: true, Max: 100),
        new("foreignCount", "外方人数", FieldKind.Int, Required: false, Max: 100000),
        new("chineseCount", "中方人数", FieldKind.Int, Required: false, Max: 100000),
        new("guests", "外宾名单", FieldKind.Rows, Required: false, Max: 500, Columns:
        [
            new("name", "姓名", FieldKind.Text),
            new("country", "国别", FieldKind.Country),
            new("employer", "单位与职务", FieldKind.Text, Required: false),
        ]),
        new("funding", "经费来源", FieldKind.Text),
        new("budget", "预算（元）", FieldKind.Money, Required: false),
        new("needsSuperior", "须报上级审批", FieldKind.YesNo, Required: false),
        new("ngo", "境外非政府组织参与", FieldKind.YesNo),
        new("agreements", "所依据的协议", FieldKind.Ref, Required: false, RefType: AgreementType.TypeKey, Multiple: true, Max: 10),
        Pledge.Field,
        new("agenda", "议程", FieldKind.File),
        new("superiorApprovalNo", "上级批件号", FieldKind.Text) { AskedBy = "reply" },
        new("policeFilingNo", "公安备案号", FieldKind.Text, Required: false, ShowIf: record => record.Bool("ngo")) { AskedBy = RecordMove.Activate, Kept = true },
        new("summary", "会后总结", FieldKind.LongText) { AskedBy = "report" },
        new("actualCost", "实际支出（元）", FieldKind.Money, Required: false) { AskedBy = "report" },
        Thrift.Note with { AskedBy = "report" },
        new("report", "总结材料", FieldKind.File, Required: false) { Kept = true },
    ];
}
