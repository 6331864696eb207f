using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>The filter row of 批量办理 (seed item 22), kept in the URL.</summary>
public sealed record BatchFilter
{
    [FromQuery(Name = "scheme")]
    public long? SchemeId { get; init; }

    /// <summary>The list shows this step's state beside each student.</summary>
    [FromQuery(Name = "step")]
    public long? StepId { get; init; }

    [FromQuery(Name = "status")]
    public StepStatus? Status { get; init; }

    [FromQuery(Name = "no")]
    public string? StudentNo { get; init; }

    [FromQuery(Name = "name")]
    public string? Name { get; init; }

    [FromQuery(Name = "department")]
    public long? DepartmentId { get; init; }

    [FromQuery(Name = "major")]
    public string? Major { get; init; }

    [FromQuery(Name = "class")]
    public string? ClassName { get; init; }

    [FromQuery(Name = "level")]
    public string? EducationLevel { get; init; }

    [FromQuery(Name = "gender")]
    public string? Gender { get; init; }

    /// <summary>Only the students that this batch did not handle, ticked (invariant I13).</summary>
    [FromQuery(Name = "batch")]
    public long? RefusedInBatch { get; init; }

    public Dictionary<string, string> Route() => new Dictionary<string, string?>
    {
        ["scheme"] = $"{SchemeId}",
        ["step"] = $"{StepId}",
        ["status"] = $"{Status}",
        ["no"] = StudentNo,
        ["name"] = Name,
        ["department"] = $"{DepartmentId}",
        ["major"] = Major,
        ["class"] = ClassName,
        ["level"] = EducationLevel,
        ["gender"] = Gender,
        ["batch"] = $"{RefusedInBatch}",
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);
}
