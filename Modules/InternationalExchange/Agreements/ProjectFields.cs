using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>Content of a project.</summary>
internal static class ProjectFields
{
    private const string Kinds =
        "sino-foreign=中外合作办学;overseas=境外合作办学;exchange=学生交流交换;platform=国际科研合作平台;research=国际科研项目;ip=知识产权;"
        + "standard-import=国际标准引入;accreditation=专业国际认证;standard-export=国际标准输出;course-export=国际课程输出;other=其他";

    public static IReadOnlyList<Field> All { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: Kinds) { InList = true },
        new("partners", "合作机构", FieldKind.Ref, Required: false, RefType: PartnerType.TypeKey, Multiple: true, Max: 20),
        new("agreements", "所依据的协议", FieldKind.Ref, Required: false, RefType: AgreementType.TypeKey, Multiple: true, Max: 10) { Hint = "有合作机构的项目须有生效的协议才能启动（第五条）。" },
        new("majors", "专业", FieldKind.Text, Required: false),
        new("startOn", "开始日期", FieldKind.Date) { InList = true },
        new("endOn", "结束日期", FieldKind.Date, Check: Dates.NotBefore("endOn", "startOn", "结束日期早于开始日期")) { InList = true },
        new("goal", "建设内容", FieldKind.LongText),
        new("creditPlan", "学分计划", FieldKind.LongText, Required: false),
        new("budget", "预算（元）", FieldKind.Money, Required: false),
        new("plan", "申报材料", FieldKind.File, Required: false),
        new("superiorApprovalNo", "上级批文号", FieldKind.Text, Required: false) { AskedBy = RecordMove.Activate, Kept = true },
        new("milestones", "阶段任务", FieldKind.Rows, Required: false, Max: 50, Columns:
        [
            new("name", "任务", FieldKind.Text),
            new("dueOn", "期限", FieldKind.Date),
            new("doneOn", "完成日期", FieldKind.Date, Required: false),
        ]) { Kept = true },
        new("annualReports", "年度报告", FieldKind.Rows, Required: false, Max: 20, Columns:
        [
            new("year", "年度", FieldKind.Int, Max: 2100) { Min = 2000 },
            new("text", "进展", FieldKind.LongText),
        ]) { Kept = true },
        new("outcome", "成果", FieldKind.LongText) { AskedBy = RecordMove.Close },
    ];
}
