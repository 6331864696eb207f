using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Apply;

/// <summary>One of the latest applications of the own school.</summary>
internal sealed record RecentApplication
{
    public long Id { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public ApplicationStatus Status { get; init; }

    public string StudentName { get; init; } = "";

    public string InGrade { get; init; } = "";

    /// <summary>Started by the current person.</summary>
    public bool IsOwn { get; init; }

    public DateTime StartedAt { get; init; }

    public bool MayCopy => Status is ApplicationStatus.Rejected or ApplicationStatus.Revoked or ApplicationStatus.Expired;

    public StateBadge Badge => new()
    {
        Text = Words.Of(Status, Kind),
        Kind = Status switch
        {
            ApplicationStatus.Completed => StateKind.Passed,
            ApplicationStatus.Rejected => StateKind.Failed,
            ApplicationStatus.OutCheckFailed or ApplicationStatus.ArchiveFailed => StateKind.SourceFault,
            ApplicationStatus.Revoked or ApplicationStatus.Expired => StateKind.NotRequired,
            _ => StateKind.Pending,
        },
    };
}
