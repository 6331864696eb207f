using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Students;

/// <summary>A student with one enrolment, as lists show them.</summary>
internal sealed record StudentRow
{
    public long Id { get; init; }

    public long EnrolmentId { get; init; }

    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    public int Gender { get; init; }

    public DateOnly BirthDate { get; init; }

    public string IdCardMasked { get; init; } = "";

    public ProblemFlag Problem { get; init; }

    public long SchoolId { get; init; }

    public string SchoolName { get; init; } = "";

    public string Grade { get; init; } = "";

    public string ClassNo { get; init; } = "";

    public int Boarding { get; init; }

    public EnrolmentStatus Status { get; init; }

    public DateOnly StartOn { get; init; }

    public DateOnly? EndOn { get; init; }

    /// <summary>An application holds the student's lock.</summary>
    public bool HasOpenApplication { get; init; }

    public string GradeLabel => Model.Grade.Find(Grade)?.Label ?? Grade;

    /// <summary>Key of the page: grade and enrolment.</summary>
    public string Key => $"{Grade}-{EnrolmentId}";
}
