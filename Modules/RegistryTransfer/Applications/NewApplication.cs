using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Attachments;

namespace Portal.RegistryTransfer.Applications;

/// <summary>An application as it is saved; saving starts it.</summary>
internal sealed record NewApplication
{
    public required ApplicationKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Normalised and well-formed.</summary>
    public required string Number { get; init; }

    public required ApplicationForm Form { get; init; }

    public required AttachmentUpload Upload { get; init; }

    /// <summary>Made when the form was shown: the same key saves once.</summary>
    public required string RequestKey { get; init; }

    /// <summary>The ended application it repeats; null for none.</summary>
    public long? CopiedFromId { get; init; }
}
