namespace Portal.Toolkit.Attachments;

/// <summary>A file that was uploaded: a draft of its uploader until a record owns it, immutable afterwards.</summary>
public sealed record Attachment
{
    /// <summary>Made by the portal; the address of the download is <c>/attachments/{id}</c>.</summary>
    public long Id { get; init; }

    public string Module { get; init; } = "";

    public string OwnerKind { get; init; } = "";

    /// <summary>Null while it is a draft.</summary>
    public long? OwnerId { get; init; }

    /// <summary>The uploader's name of the file, without path and control characters; text to show and to offer for saving, never a path.</summary>
    public string DisplayName { get; init; } = "";

    public string Extension { get; init; } = "";

    /// <summary>By its content.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>In lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>What a reader should know before opening it, in Chinese; empty as a rule.</summary>
    public string Warning { get; init; } = "";

    public long UploadedBy { get; init; }

    public string UploaderName { get; init; } = "";

    public DateTime UploadedAt { get; init; }
}
