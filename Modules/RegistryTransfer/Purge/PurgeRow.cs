using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Purge;

/// <summary>A line of the purge report.</summary>
internal sealed record PurgeRow
{
    public long Id { get; init; }

    public long ApplicationId { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public string StudentName { get; init; } = "";

    public string InSchoolName { get; init; } = "";

    public string OutSchoolName { get; init; } = "";

    public PurgeReason Reason { get; init; }

    public int IdleDays { get; init; }

    public DateTime PurgedAt { get; init; }
}
