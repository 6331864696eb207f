namespace Portal.Toolkit.Attachments;

/// <summary>
/// The owning module decides who may read the files of its records. Registered as this interface, one for each pair of module and owner kind; without one
/// nobody may. Asked after the module's switch; whatever it throws is a refusal.
/// </summary>
public interface IAttachmentAccess
{
    /// <summary>Id of the module.</summary>
    string Module { get; }

    /// <summary>As in the module's <see cref="AttachmentPolicy"/>.</summary>
    string OwnerKind { get; }

    /// <summary>Whether the person at work, in the current post, may read the files of this record; a refusal is a 404.</summary>
    Task<bool> MayReadAsync(long ownerId, CancellationToken cancellationToken);
}
