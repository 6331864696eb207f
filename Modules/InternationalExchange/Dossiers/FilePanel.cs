using Portal.Toolkit.Components;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Dossiers;

/// <summary>A dossier as the staff see it on the record's page; partial <c>_FilePanel</c>.</summary>
internal sealed record FilePanel
{
    public required PersonFile File { get; init; }

    public required Checklist Checklist { get; init; }

    /// <summary>The stages of a teacher; null for students.</summary>
    public StepLine? Stages { get; init; }

    /// <summary>Null where the post has nothing to do with permits.</summary>
    public IReadOnlyList<PermitLine>? Permits { get; init; }

    /// <summary>Null where the post has nothing to do with lodging.</summary>
    public IReadOnlyList<StayLine>? Stays { get; init; }

    /// <summary>Rewards, incidents, reviews, certificates, evaluations: those the post may read.</summary>
    public IReadOnlyList<RecordLink> Others { get; init; } = [];
}

/// <summary>A visa, permit or registration.</summary>
/// <param name="Kind">居留许可.</param>
/// <param name="Light">What it is worth today.</param>
/// <param name="IssuedOn">Null before it was issued.</param>
/// <param name="ExpiresOn">Null where it does not expire.</param>
/// <param name="Link">Null when the post may not open it.</param>
internal sealed record PermitLine(string Kind, PermitLight Light, DateOnly? IssuedOn, DateOnly? ExpiresOn, string? Link);

/// <summary>A stay.</summary>
/// <param name="Place">Room or address.</param>
/// <param name="From">UTC.</param>
/// <param name="LeftAt">UTC; null while he lives there.</param>
/// <param name="Link">Null when the post may not open it.</param>
internal sealed record StayLine(string Place, DateTime? From, DateTime? LeftAt, string? Link);
