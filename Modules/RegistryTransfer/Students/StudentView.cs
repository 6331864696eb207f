using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Students;

/// <summary>学籍: a student as the post may see him.</summary>
internal sealed record StudentView
{
    public long Id { get; init; }

    public string Number { get; init; } = "";

    public StudentNumberKind NumberKind { get; init; }

    public string Name { get; init; } = "";

    public int Gender { get; init; }

    public DateOnly BirthDate { get; init; }

    public IdType IdType { get; init; }

    public string IdCardMasked { get; init; } = "";

    public ProblemFlag Problem { get; init; }

    public int Version { get; init; }

    /// <summary>The newest first; for a former school its own only.</summary>
    public IReadOnlyList<EnrolmentView> Enrolments { get; init; } = [];

    /// <summary>The active enrolment, or the latest one; null at a school the student has left.</summary>
    public EnrolmentView? Current { get; init; }
}

/// <summary>在校记录.</summary>
internal sealed record EnrolmentView
{
    public long Id { get; init; }

    public long SchoolId { get; init; }

    public string SchoolName { get; init; } = "";

    public string SchoolPath { get; init; } = "";

    public Stages SchoolStages { get; init; }

    public SchoolingSystem SchoolingSystem { get; init; }

    public string Grade { get; init; } = "";

    public string ClassNo { get; init; } = "";

    public int Boarding { get; init; }

    public EnrolmentStatus Status { get; init; }

    public DateOnly StartOn { get; init; }

    public DateOnly? EndOn { get; init; }

    public string EntryReason { get; init; } = "";

    public string ExitReason { get; init; } = "";

    public bool IsActive { get; init; }

    public int Version { get; init; }

    public string GradeLabel => Model.Grade.Find(Grade)?.Label ?? Grade;
}
