using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>All that 国际交流处 may set (domain §2.4). The measures name no number of days: each default comes from the source beside it.</summary>
internal static class ExchangeSettings
{
    public const string PlanDueOn = "plan.dueOn";
    public const string SummaryDueOn = "summary.dueOn";
    public const string AgreementForProgramme = "agreement.requiredForProgramme";
    public const string AgreementForProject = "agreement.requiredForProject";
    public const string AgreementForEvent = "agreement.requiredForEvent";
    public const string AgreementForTrip = "agreement.requiredForTrip";
    public const string AgreementExpiringDays = "agreement.expiringDays";
    public const string ReviewOfStaff = "politicalReview.staff";
    public const string ReviewOfStudents = "politicalReview.students";
    public const string EventApplyDays = "event.applyDays";
    public const string EventReportDays = "event.reportDays";
    public const string EventStrict = "event.strict";
    public const string TripApplyDays = "trip.applyDays";
    public const string TripVisaDays = "trip.applyDaysWithVisas";
    public const string TripStrict = "trip.strict";
    public const string PublicityDays = "trip.publicityDays";
    public const string SummaryDays = "trip.summaryDays";
    public const string SummaryLength = "trip.summaryLength";
    public const string DocumentDays = "trip.documentDays";
    public const string CancelledDocumentDays = "trip.cancelledDocumentDays";
    public const string BlockUnitAfterDays = "trip.blockUnitAfterDays";
    public const string PrivateHandInDays = "document.privateHandInDays";
    public const string PrivateReturnDays = "document.privateReturnDays";
    public const string EvaluationDays = "teacher.evaluationDays";
    public const string LodgingHours = "lodging.registrationHours";
    public const string PermitApplyDays = "permit.applyDays";
    public const string PermitRenewDays = "permit.renewDays";
    public const string PermitDecisionDays = "permit.decisionDays";
    public const string CreditApplyDays = "credit.applyDays";
    public const string CreditChangeDays = "credit.changeDays";
    public const string CheckInDays = "outbound.checkInDays";
    public const string ConfidentialityStrict = "confidentiality.strict";
    public const string HmtNotice = "region.notice";

    public static IReadOnlyList<RecordSetting> All { get; } =
    [
        new(PlanDueOn, "下一年度工作计划提交截止日", SettingKind.DayOfYear, "12-26", "第六条（一）、第八条（二）；日期参照广西师范大学的年度计划通知"),
        new(SummaryDueOn, "本年度工作总结提交截止日", SettingKind.DayOfYear, "12-31", "第六条（一）、第八条（二）；日期为本系统约定"),
        new(AgreementForProgramme, "学生出国项目必须有生效协议", SettingKind.YesNo, "true", "第五条"),
        new(AgreementForProject, "有外方的项目必须有生效协议", SettingKind.YesNo, "true", "第五条"),
        new(AgreementForEvent, "国际会议等活动必须有生效协议（否：只检查已关联的协议）", SettingKind.YesNo, "false", "第五条；讲座等活动通常没有协议"),
        new(AgreementForTrip, "因公出国必须有生效协议（否：只检查已关联的协议）", SettingKind.YesNo, "false", "第五条；参会等出访通常没有协议"),
        new(AgreementExpiringDays, "协议标为“将到期”：到期前天数", SettingKind.Days, "180", "第六条（七）归口管理；天数与到期前首次提醒一致，为本系统约定"),
        new(ReviewOfStaff, "教职工出国须政审", SettingKind.YesNo, "true", "第九条（一）1"),
        new(ReviewOfStudents, "学生出国须政审", SettingKind.YesNo, "true", "第九条（一）1"),
        new(EventApplyDays, "活动申请：开始前至少天数", SettingKind.Days, "120", "第六条（九）；天数参照高校国际会议办法（提前 4 个月）"),
        new(EventReportDays, "会后总结：结束后天数", SettingKind.Days, "60", "第六条（九）；天数参照高校国际会议办法（会后 2 个月）"),
        new(EventStrict, "活动申请不足天数时拒绝（否：只提醒）", SettingKind.YesNo, "false", "本系统约定"),
        new(TripApplyDays, "因公出国申请：出发前至少天数", SettingKind.Days, "60", "第八条（三）“事先”；天数参照北部湾大学因公出国办事流程"),
        new(TripVisaDays, "因公出国申请：赴美国或须办两个以上签证时的天数", SettingKind.Days, "90", "第八条（三）“事先”；天数参照北部湾大学因公出国办事流程"),
        new(TripStrict, "因公出国申请不足天数时拒绝（否：只提醒）", SettingKind.YesNo, "false", "本系统约定"),
        new(PublicityDays, "出访前公示的工作日数", SettingKind.Days, "5", "参照厦门市外事办公示规定"),
        new(SummaryDays, "出访总结：回国后天数", SettingKind.Days, "15", "第八条（三）“事后”；参照各高校 5 至 20 日的规定"),
        new(SummaryLength, "出访总结最少字数", SettingKind.Number, "100", "第八条（三）；字数为本系统约定"),
        new(DocumentDays, "因公证照交回：回国后天数", SettingKind.Days, "7", "第六条（四）“归国证照管理”；天数参照因公护照管理规定"),
        new(CancelledDocumentDays, "取消出访后证照交回天数", SettingKind.Days, "7", "第六条（四）；比照回国后交回"),
        new(BlockUnitAfterDays, "总结或证照逾期多少天后整个单位不得申报出访", SettingKind.Days, "30", "参照河南省、北京市因公出国限制措施"),
        new(PrivateHandInDays, "新任干部上交因私证照：任职后天数", SettingKind.Days, "7", "第九条（一）2；天数参照高校因私证照办法"),
        new(PrivateReturnDays, "因私证照交回：回国后天数", SettingKind.Days, "10", "第九条（一）2；天数参照高校因私证照办法"),
        new(EvaluationDays, "外籍教师评价：合同期满前天数", SettingKind.Days, "60", "第八条（四）；天数为本系统约定"),
        new(LodgingHours, "临时居留（住宿）登记：入住后小时数", SettingKind.Number, "24", "《出境入境管理法》第三十九条"),
        new(PermitApplyDays, "居留许可申请：入境后天数", SettingKind.Days, "30", "《出境入境管理法》第三十条"),
        new(PermitRenewDays, "居留许可延期申请：到期前天数", SettingKind.Days, "30", "《出境入境管理法》第三十二条"),
        new(PermitDecisionDays, "居留许可审批天数", SettingKind.Days, "15", "《出境入境管理法》第三十条"),
        new(CreditApplyDays, "学分认定申请：返校后天数", SettingKind.Days, "14", "第九条（三）4；天数参照高校学分认定办法（两周）"),
        new(CreditChangeDays, "国外选课变更申请：选课后天数", SettingKind.Days, "14", "第九条（三）4；天数参照高校学分认定办法（两周）"),
        new(CheckInDays, "在外学生签到：相隔天数", SettingKind.Days, "7", "第九条（五）1“国外跟踪管理”；天数为本系统约定"),
        new(ConfidentialityStrict, "出访和活动前没有通过涉外保密审查时拒绝（否：只提醒）", SettingKind.YesNo, "false", "第十一条；是否拒绝为本系统约定"),
        new(HmtNotice, "港澳台事项的提示", SettingKind.Text, "按港澳台规定办理：遵照国家有关法律法规和学校相关规定", "第十二条"),
    ];
}
