using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Applications;

/// <summary>电子学籍信息: a student with the current or latest enrolment.</summary>
internal sealed record StudentFacts
{
    public long StudentId { get; init; }

    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameKey { get; init; } = "";

    public string IdCardMasked { get; init; } = "";

    public ProblemFlag Problem { get; init; }

    public long EnrolmentId { get; init; }

    public string GradeCode { get; init; } = "";

    public EnrolmentStatus Status { get; init; }

    /// <summary>Null for an enrolment that has ended.</summary>
    public long? ActiveStudentId { get; init; }

    public long SchoolId { get; init; }

    public string SchoolName { get; init; } = "";

    public SchoolingSystem SchoolingSystem { get; init; }

    public long ProvinceId { get; init; }

    public string ProvinceName { get; init; } = "";

    /// <summary>The application that holds the student's lock; null when none is open.</summary>
    public long? OpenApplicationId { get; init; }

    public Grade Grade => Grade.Find(GradeCode) ?? throw new InvalidOperationException($"Enrolment {EnrolmentId} has the unknown grade {GradeCode}.");
}
