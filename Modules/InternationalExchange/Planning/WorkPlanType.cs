using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Planning;

/// <summary>规划、年度计划、年度总结 of the school (Art. 6(1)) and of units (Art. 8(2)).</summary>
internal sealed class WorkPlanType : RecordType
{
    public const string TypeKey = "exchange.work-plan";
    private const string Articles = "第六条一、第八条二";

    public override string Key => TypeKey;

    public override string Label => "规划、计划与总结";

    public override string Prefix => "JH";

    public override string Group => Groups.Planning;

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("school", "学校计划"), new("unit", "单位计划")];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "strategy=发展规划;annual=年度计划;summary=年度总结") { InList = true },
        new("scope", "范围", FieldKind.Choice, Options: "school=学校;unit=本单位") { InList = true },
        new("planId", "对应计划", FieldKind.Ref, RefType: TypeKey, ShowIf: record => record.Is("kind", "summary")) { Hint = "本单位同一年度已批准的年度计划的编号。" },
        new("items", "工作事项", FieldKind.Rows, Max: 100, Columns:
        [
            new("goal", "目标", FieldKind.Text),
            new("indicator", "指标", FieldKind.Text, Required: false),
            new("dueOn", "期限", FieldKind.Date, Required: false),
            new("owner", "责任人", FieldKind.Text, Required: false),
            new("result", "完成情况", FieldKind.Text, Required: false),
        ]) { Min = 1 },
        new("text", "正文", FieldKind.File, Required: false),
        new("progress", "执行情况", FieldKind.LongText, Required: false) { Kept = true },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        Steps.Head,
        new("sie", "国际教育学院会签", Offices.InternationalCollege, "第四条", IsOfSchool) { MayReject = false },
        new("aao", "教务处会签", Offices.AcademicAffairs, "第四条", IsOfSchool) { MayReject = false },
        new("res", "校企合作（科研）处会签", Offices.Research, "第四条", IsOfSchool) { MayReject = false },
        new("stu", "学生工作部（处）会签", Offices.StudentAffairs, "第四条", IsOfSchool) { MayReject = false },
        new("filing", "国际交流处备案", Offices.Exchange, "第八条二", record => !IsOfSchool(record)) { MayReject = false },
        Steps.School with { When = IsOfSchool },
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } = Rules.Moves.OfRegister();

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordKey> Keys { get; } =
    [
        new("year", YearKey, $"本单位该年度已有这一类计划或总结，每年只能各报一份（{Articles}）") { ForEver = true },
    ];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new(RecordGuard.Submit, Articles, PlanAsync),
        RecordGuard.Of(
            RecordGuard.Submit,
            Articles,
            "年度总结的每个工作事项都要写完成情况",
            record => !record.Is("kind", "summary") || record.Rows("items").All(item => item.Has("result"))),
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("plan", "提交年度计划", (record, settings) => record.Is("kind", "annual") ? Dates.Day(settings.DayIn(ExchangeSettings.PlanDueOn, record.Year - 1)) : null, IsSubmitted),
        new("report", "提交年度总结", (record, settings) => record.Is("kind", "summary") ? Dates.Day(settings.DayIn(ExchangeSettings.SummaryDueOn, record.Year)) : null, IsSubmitted),
        new("summary", "计划的年度总结", (record, settings) => record.Is("kind", "annual") && record.IsIn("approved") ? Dates.Day(settings.DayIn(ExchangeSettings.SummaryDueOn, record.Year)) : null, record => record.IsIn("closed"))
        {
            Offices = [Offices.Exchange],
        },
    ];

    public override int IdsPerChange => RecordWriter.IdsPerRecord + RecordWriter.IdsPerEnd;

    public override string FacetOf(RecordView record) => IsOfSchool(record) ? "school" : "unit";

    /// <summary>An accepted summary closes its plan.</summary>
    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (change.Entered("approved") && change.After.Ref("planId") is { } plan && await writer.FindAsync(plan.Id) is { State: "approved" } open)
            await writer.MoveAsync(open, RecordMove.Close, $"总结 {change.After.No} 已备案");
    }

    private static bool IsOfSchool(RecordView record) => record.Is("scope", "school");

    private static bool IsSubmitted(RecordView record) => !record.IsIn("draft", "returned");

    private static string? YearKey(RecordView record) =>
        record.Is("kind", "strategy") || record.IsIn("draft", "rejected", "withdrawn", "cancelled") ? null : $"{record["kind"]}/{record["scope"]}/{record.UnitId}/{record.Year}";

    private static async Task<string?> PlanAsync(RecordContext context) =>
        !context.Record.Is("kind", "summary")
        || (await context.LinkedAsync("planId")).Any(plan =>
            plan.Is("kind", "annual") && plan.UnitId == context.Record.UnitId && plan.Year == context.Record.Year && plan.IsIn("approved", "closed", "archived"))
            ? null
            : "年度总结要对应本单位同一年度已批准的年度计划";
}
