using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>G8: nobody is in post but by qualification, assessment and school approval, and within the plan.</summary>
internal static class TeacherGuards
{
    private const string Article = "第八条四";

    public static IReadOnlyList<RecordGuard> All { get; } =
    [
        new(RecordGuard.Submit, Article, PlanAsync),
        RecordGuard.Of("assess,to-school", Article, "未经资格审查，不得考核和报批", record => record.Has("qualifiedOn")),
        RecordGuard.Of("to-school", Article, "未经考核，不得报学校审定", record => record.Has("assessmentScore")),
        RecordGuard.Of("to-school", "第九条二2", "人事处还没有审核，不得报学校审定", record => record.Has("hrOpinion")),
        new("to-school,school-approve", Article, HeadcountAsync),
        new($"{RecordGuard.Save},{RecordGuard.Submit}", "", context => Task.FromResult(context.Record.Date("passportExpires") < context.Today ? "护照已过有效期" : null)) { OnlyWarns = true },
    ];

    private static async Task<string?> PlanAsync(RecordContext context) => (await context.LinkedAsync("plan")) switch
    {
        [var plan] when plan.UnitId != context.Record.UnitId => "只能按本单位的招聘计划招聘",
        [{ State: "approved" } plan] when plan.Rows("posts").Count >= context.Record.Int("postNo") => null,
        [{ State: "approved" } plan] => $"招聘计划只有 {plan.Rows("posts").Count} 个岗位",
        _ => "招聘计划还没有批准",
    };

    private static async Task<string?> HeadcountAsync(RecordContext context)
    {
        // Two candidates for the last post must see each other.
        if (context.Record.Ref("plan") is { } reference)
            await context.LockAsync(reference.Id);
        if (await context.LinkedAsync("plan") is not [var plan]
            || context.Record.Int("postNo") is not { } number || plan.Rows("posts").ElementAtOrDefault(number - 1) is not { } post)
            return "招聘计划中没有这个岗位";
        var others = (await context.ReferringAsync(plan.Id, ForeignTeacherType.TypeKey, "plan"))
            .Count(teacher => teacher.Id != context.Record.Id && teacher.Int("postNo") == number && Headcount.Taking.Contains(teacher.State));
        return others < post.Int("headcount") ? null : $"超出招聘计划的人数（{post["subject"]}：{post["headcount"]} 人）";
    }
}
