using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Applications;

/// <summary>What the applicant decides.</summary>
internal sealed record ApplicationForm
{
    public const int MinReason = 5;
    public const int MaxReason = 500;
    public const int MaxClass = 20;

    public required string InGrade { get; init; }

    public required string InClass { get; init; }

    public required TransferReason Reason { get; init; }

    public required string ReasonText { get; init; }
}
