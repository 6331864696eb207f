using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Students;

/// <summary>A student with what the list does not show.</summary>
public sealed record StudentDetails
{
    public StudentFacts Facts { get; init; } = new();

    public StudentRest Rest { get; init; } = new();
}

/// <summary>The rest of the roster row.</summary>
public sealed record StudentRest
{
    public long SchemeId { get; init; }

    public string SchemeName { get; init; } = "";

    public string ExamNo { get; init; } = "";

    public string LeaveType { get; init; } = "";

    public string? IdCardSecret { get; init; }
}

/// <summary>The student's state at one step; without status where the step was not initialised.</summary>
public sealed record StepState
{
    public long StepId { get; init; }

    public string Name { get; init; } = "";

    public StepMode Mode { get; init; }

    public bool IsRequired { get; init; }

    public string UnitName { get; init; } = "";

    public StepStatus? Status { get; init; }

    public string Remark { get; init; } = "";

    public string DecidedByName { get; init; } = "";

    public DateTime? DecidedAt { get; init; }

    public DecisionSource Source { get; init; }

    public int Version { get; init; }
}

/// <summary>One line of the history.</summary>
public sealed record StepChange
{
    public DateTime At { get; init; }

    public string StepName { get; init; } = "";

    public StepStatus FromStatus { get; init; }

    public StepStatus ToStatus { get; init; }

    public string RemarkTo { get; init; } = "";

    public string Reason { get; init; } = "";

    public string PersonName { get; init; } = "";

    public string RoleName { get; init; } = "";

    public DecisionSource Source { get; init; }
}
