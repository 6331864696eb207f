using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>What stands against a step of a student going abroad.</summary>
internal static class OutboundGuards
{
    public static IReadOnlyList<RecordGuard> Student { get; } =
    [
        new(RecordGuard.Save, "", OwnAsync),
        new(RecordGuard.Save, "第九条五1", CheckIns.FindProblemAsync),
        new(RecordGuard.Save, "第九条三4", CoursePlanRule.FindProblemAsync),
        new(RecordGuard.Submit, "第八条六", OpenAsync),
        AgreementRule.Intake(RecordGuard.Submit, AgreementsAsync),
        new("admit,depart", PoliticalReviewRule.Article, ReviewAsync),
        new("depart", "第五条", RunningAsync),
        new("approve-plan", "第九条三4", PlanAsync),
        CourseChange.Guard,
        RecordGuard.Of(RecordMove.Close, "第九条五1", "还没有提交总结，不能办结", record => record.Has("report")),
    ];

    // A student applies for himself; colleges for their students.
    private static Task<string?> OwnAsync(RecordContext context) => Task.FromResult(
        context.Actor.Is(Offices.Student) && context.Record.Person("student") is { } student && student.Id != context.Actor.PersonId ? "只能为本人报名" : null);

    private static async Task<string?> OpenAsync(RecordContext context)
    {
        if (await context.LinkedAsync("programme") is not [var programme])
            return null;
        if (programme.State != "open")
            return "项目不在报名中，不能报名";
        if (programme.Date("applyFrom") is { } from && context.Today < from)
            return $"报名从 {from:yyyy-MM-dd} 开始";
        return programme.Date("applyTo") is { } to && context.Today > to ? $"报名已于 {to:yyyy-MM-dd} 截止" : null;
    }

    private static Task<string?> ReviewAsync(RecordContext context) => context.Settings.Is(ExchangeSettings.ReviewOfStudents)
        ? PoliticalReviewRule.FindProblemAsync(context, context.Record.People("student"), context.Record.Date("plannedReturn"))
        : Task.FromResult<string?>(null);

    private static async Task<string?> RunningAsync(RecordContext context) =>
        await context.LinkedAsync("programme") is [{ State: not "running" }] ? "项目还没有执行，不能派出学生" : null;

    private static Task<string?> PlanAsync(RecordContext context) => Task.FromResult(context.Record switch
    {
        var record when !record.Has("coursePlan") => "还没有填写学习计划",
        var record when record.Date("planApprovedOn") > context.Today => "批准日不能晚于今天",
        _ => null,
    });

    private static async Task<IReadOnlyList<RecordView>> AgreementsAsync(RecordContext context) =>
        await context.LinkedAsync("programme") is [var programme] ? await context.ListAsync([.. programme.Refs("agreement").Select(agreement => agreement.Id)]) : [];
}
