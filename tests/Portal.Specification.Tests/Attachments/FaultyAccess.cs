using Portal.Toolkit.Attachments;

namespace Portal.Specification.Tests.Attachments;

/// <summary>A module whose decision goes wrong.</summary>
internal sealed class FaultyAccess : IAttachmentAccess
{
    public const string ModuleId = "Organisation";

    public const string Kind = "faulty";

    public string Module => ModuleId;

    public string OwnerKind => Kind;

    public Task<bool> MayReadAsync(long ownerId, CancellationToken cancellationToken) => throw new InvalidOperationException("No decision.");
}
