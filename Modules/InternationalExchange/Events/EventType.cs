using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Events;

/// <summary>国际会议、竞赛、展览、专业交流报告 (Art. 6(9), 8(5)); after approval everything of it changes by request only.</summary>
internal sealed class EventType : RecordType
{
    public const string TypeKey = "exchange.event";

    public override string Key => TypeKey;

    public override string Label => "国际会议与活动";

    public override string Prefix => "HY";

    public override string Group => Groups.Events;

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("active", "筹办中", StateKind.Passed),
        new("held", "已举办", StateKind.Mine),
        new("reported", "已总结", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields => EventFields.All;

    public override (string? Start, string? End) Period => ("startOn", "endOn");

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        Steps.Head,
        new("res", "校企合作（科研）处指导", Offices.Research, "第九条四1", record => record.Is("kind", "conference")),
        Steps.Exchange("第六条九"),
        Steps.School,
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("reply", ["approved"], RecordMove.Stay, "登记上级批复", Act.File),
        new(RecordMove.Activate, ["approved"], "active", "启动筹办", Act.Execute, Act.Create),
        new("hold", ["active"], "held", "登记已举办", Act.Execute, Act.Create),
        new("report", ["held"], "reported", "提交会后总结", Act.Execute, Act.Create),
        new(RecordMove.Cancel, ["approved", "active"], "cancelled", "取消", Act.Execute, Act.Create) { NeedsReason = true },
        Rules.Moves.Archive("reported", "cancelled"),
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new(RecordGuard.Submit, "第六条九", context => Task.FromResult(TooLate(context))) { StrictSetting = ExchangeSettings.EventStrict },
        AgreementRule.InForce(RecordMove.Activate, "agreements", "startOn", ExchangeSettings.AgreementForEvent),
        RecordGuard.Of(RecordMove.Activate, "第六条九", "未取得上级批件，不得举办", record => !record.Bool("needsSuperior") || record.Has("superiorApprovalNo")),
        ConfidentialityRule.Reviewed(RecordMove.Activate, "event"),
        Thrift.Explained("report"),
        RecordGuard.Of(RecordMove.Activate, "第九条七", "有境外非政府组织参与而没有公安备案号，不得举办", record => !record.Bool("ngo") || record.Has("policeFilingNo")),
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("apply", "活动申请", (record, settings) => Dates.After(record.Date("startOn"), -settings.Number(ExchangeSettings.EventApplyDays)), record => !record.IsIn("draft", "returned")),
        new("report", "会后总结", (record, settings) => record.IsIn("active", "held") ? Dates.After(record.Date("endOn"), settings.Number(ExchangeSettings.EventReportDays)) : null, record => record.IsIn("reported"))
        {
            Offices = [Offices.Exchange],
        },
    ];

    private static string? TooLate(RecordContext context)
    {
        var days = context.Settings.Number(ExchangeSettings.EventApplyDays);
        return context.Record.Date("startOn") < context.Today.AddDays(days) ? $"距活动开始少于{days}天" : null;
    }
}
