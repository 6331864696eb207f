using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>A student's way abroad and back in words: what is done, what comes next.</summary>
internal static class OutboundProgress
{
    private static readonly (string Label, string[] During)[] _steps =
    [
        ("报名", ["draft", "returned"]),
        ("学院审核", ["in-review"]),
        ("选拔", ["applied", "waitlist"]),
        ("外方录取", ["nominated"]),
        ("出境", ["live"]),
        ("在外", ["abroad"]),
        ("返校", ["back"]),
        ("办结", ["recognised"]),
    ];

    /// <summary>The line of steps; null for an application that has ended without going.</summary>
    public static StepLine? LineOf(RecordView student)
    {
        var now = student.IsIn("closed", "archived") ? _steps.Length : Array.FindIndex(_steps, step => step.During.Contains(student.State));
        return now < 0 ? null : new()
        {
            Label = "我的出国进度",
            Items =
            [
                .. _steps.Select((step, index) => new StepLineItem
                {
                    Label = step.Label,
                    Kind = index < now ? StateKind.Passed : index == now ? StateKind.Mine : StateKind.Pending,
                    StateText = index < now ? "已完成" : index == now ? "现在" : "以后",
                    IsCurrent = index == now,
                }),
            ],
        };
    }

    /// <summary>One sentence to the student.</summary>
    public static string NextOf(RecordView student) => student.State switch
    {
        "draft" => "报名还没有提交，请填完后提交。",
        "returned" => "学院退回了报名，请按意见修改后重新提交。",
        "in-review" => "学院正在审核，审核后参加选拔。",
        "applied" => "学院审核已通过，等待选拔。",
        "waitlist" => student.Int("rank") is { } rank ? $"已列入候补，名次第 {rank}。前面的同学放弃名额时自动递补。" : "已列入候补，前面的同学放弃名额时自动递补。",
        "nominated" => "已被推荐给外方，等待外方录取；政审由组织部办理。",
        "live" when student.Bool("creditBearing") && !student.Has("planApprovedOn") => "外方已录取。出境前请填好学习计划，由教务处批准，否则返校后不能认定学分。",
        "live" => "外方已录取。出境当天请在这里登记出境。",
        "abroad" => "在外期间请按时签到；返校后登记返校日期。",
        "back" when student.Bool("creditBearing") && !student.Has("recognitionOn") => "请提交总结，并在期限内申请学分认定。",
        "back" or "recognised" when !student.Has("report") => "请提交总结，提交后由归口部门办结。",
        "back" when student.Bool("creditBearing") => "学分认定正在办理。",
        "back" or "recognised" => "总结已提交，等待归口部门办结。",
        "closed" or "archived" => "已办结。",
        "rejected" => "报名没有被录取，原因见下面的历史。",
        _ => "这次报名已经结束。",
    };
}
