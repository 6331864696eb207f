using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Statistics;

/// <summary>Five numbers of a table row; with a step each leads to the records behind it.</summary>
public sealed record ProgressCells(Progress Progress, long? SchemeId, long? StepId, long? DepartmentId)
{
    public object Route(StepStatus? status) => new { scheme = SchemeId, step = StepId, department = DepartmentId, status };
}
