using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>The list's filter as it travels through the dialog, in hidden fields named as in the URL.</summary>
public sealed record BatchForm
{
    public long? Scheme { get; init; }

    public long? Step { get; init; }

    public StepStatus? Status { get; init; }

    public string? No { get; init; }

    public string? Name { get; init; }

    public long? Department { get; init; }

    public string? Major { get; init; }

    public string? Class { get; init; }

    public string? Level { get; init; }

    public string? Gender { get; init; }

    public long? Batch { get; init; }

    public BatchFilter ToFilter() => new()
    {
        SchemeId = Scheme,
        StepId = Step,
        Status = Status,
        StudentNo = No,
        Name = Name,
        DepartmentId = Department,
        Major = Major,
        ClassName = Class,
        EducationLevel = Level,
        Gender = Gender,
        RefusedInBatch = Batch,
    };
}
