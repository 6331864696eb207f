using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Sheets;

/// <summary>What anybody may learn from the code of a sheet he holds; names and numbers only in part.</summary>
internal sealed record SheetCheck
{
    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public ApplicationStatus Status { get; init; }

    public string StudentName { get; init; } = "";

    public string StudentNo { get; init; } = "";

    public string InSchoolName { get; init; } = "";

    public string OutSchoolName { get; init; } = "";

    public DateTime? FinishedAt { get; init; }
}
