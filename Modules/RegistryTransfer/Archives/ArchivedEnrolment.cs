using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Archives;

/// <summary>An enrolment in the package.</summary>
internal sealed record ArchivedEnrolment
{
    public long Id { get; init; }

    public long SchoolId { get; init; }

    public string SchoolName { get; init; } = "";

    public string Grade { get; init; } = "";

    public string ClassNo { get; init; } = "";

    public EnrolmentStatus Status { get; init; }

    public int Boarding { get; init; }

    public DateOnly StartOn { get; init; }

    public DateOnly? EndOn { get; init; }

    public string EntryReason { get; init; } = "";

    public string ExitReason { get; init; } = "";
}
