using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Purge;

/// <summary>An open application that the purge ends.</summary>
internal sealed record PurgeCandidate
{
    public long Id { get; init; }

    public ApplicationKind Kind { get; init; }

    public long ReviewId { get; init; }

    public DateTime StartedAt { get; init; }
}
