using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Statistics;

/// <summary>各环节办理情况: every step with its colleges.</summary>
public sealed record SchemeStatistics(IReadOnlyList<StepStatistics> Steps)
{
    public Progress Total => Progress.Sum(Steps.Select(step => step.Total));

    /// <summary>Steps somebody has to do, the slowest first.</summary>
    public IReadOnlyList<StepStatistics> BySlowness => [.. Steps.Where(step => step.Total.Due > 0).OrderBy(step => step.Total.Percent).ThenByDescending(step => step.Total.Due)];

    /// <summary>The slowest step in one sentence.</summary>
    public string Answer => BySlowness.FirstOrDefault(step => step.Step.Mode == StepMode.Manual) switch
    {
        null => "还没有需要办理的学生。",
        { Total.Percent: 100 } => "人工办理的各环节已全部通过。",
        var slowest => $"最慢的是{slowest.Step.Name}：已通过 {slowest.Total.PercentText}，未办理 {slowest.Total.Pending} 人，未通过 {slowest.Total.Failed} 人。",
    };
}

/// <summary>One step: its colleges, and their sum.</summary>
public sealed record StepStatistics(StepHead Step, IReadOnlyList<DepartmentProgress> Departments)
{
    public Progress Total => Progress.Sum(Departments.Select(department => department.Progress));

    internal static StepStatistics Of(StepHead step, IEnumerable<TallyCell> cells) => new(
        step,
        [
            .. cells.GroupBy(cell => (cell.DepartmentId, cell.DepartmentName))
                .Select(group => new DepartmentProgress(group.Key.DepartmentId, group.Key.DepartmentName, Progress.Of(group))),
        ]);
}

public sealed record DepartmentProgress(long DepartmentId, string DepartmentName, Progress Progress);
