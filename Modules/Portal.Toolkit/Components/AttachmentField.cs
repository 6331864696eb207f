using Portal.Toolkit.Attachments;

namespace Portal.Toolkit.Components;

/// <summary>The attachments of a form: first partial <c>_AttachmentsStart</c>, after all other fields partial <c>_Attachments</c>.</summary>
public sealed record AttachmentField
{
    /// <summary>Name of the file field, and key of its errors.</summary>
    public const string FileName = "attachments";

    public const string DraftName = "attachments-draft";

    public const string RemoveName = "attachments-remove";

    public const string UploadName = "attachments-upload";

    public required AttachmentPolicy Policy { get; init; }

    public required string DraftToken { get; init; }

    public string Label { get; init; } = "附件";

    /// <summary>Shows the mark of a required field; the page checks it.</summary>
    public bool IsRequired { get; init; }

    public IReadOnlyList<Attachment> Drafts { get; init; } = [];

    public IReadOnlyList<Attachment> Bound { get; init; } = [];
}
