using Microsoft.AspNetCore.Http;

namespace Portal.Toolkit.Attachments;

/// <summary>A file that was not taken, and why; nothing of it is kept.</summary>
public sealed record AttachmentRefusal
{
    /// <summary>413 too large, 415 type or content, 422 empty or one too many, 429 too many drafts.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong, with which file, how to mend it; in Chinese.</summary>
    public required string Text { get; init; }

    internal static AttachmentRefusal TooLarge(string name, AttachmentKind kind) => new()
    {
        Status = StatusCodes.Status413PayloadTooLarge,
        Text = $"“{name}”超过 {FileSize.Text(kind.MaxBytes)}，没有上传；排在它后面的文件也没有接收。请压缩或拆分后重新选择。",
    };

    internal static AttachmentRefusal UploadTooLarge() => new()
    {
        Status = StatusCodes.Status413PayloadTooLarge,
        Text = "上传的内容过大，其余文件没有接收。请减少文件后重新选择。",
    };

    internal static AttachmentRefusal WrongType(string name, AttachmentPolicy policy) => new()
    {
        Status = StatusCodes.Status415UnsupportedMediaType,
        Text = $"“{name}”不是允许的文件类型（{string.Join(' ', policy.Extensions)}），没有上传。请另存为允许的类型后重新选择。",
    };

    internal static AttachmentRefusal DoubleExtension(string name) => new()
    {
        Status = StatusCodes.Status415UnsupportedMediaType,
        Text = $"“{name}”的文件名里有程序的扩展名，没有上传。请确认文件来源，改名后重新选择。",
    };

    internal static AttachmentRefusal WrongContent(string name, AttachmentKind kind) => new()
    {
        Status = StatusCodes.Status415UnsupportedMediaType,
        Text = $"“{name}”的内容不是 {kind.Name}，没有上传。请用原来的软件打开，另存为 {kind.Name} 后重新选择。",
    };

    internal static AttachmentRefusal Empty(string name) => new()
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Text = $"“{name}”是空文件（0 字节），没有上传。请检查原文件后重新选择。",
    };

    internal static AttachmentRefusal TooMany(string name, AttachmentPolicy policy) => new()
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Text = $"最多 {policy.MaxFiles} 个附件，“{name}”没有上传。请先移除不需要的附件。",
    };

    internal static AttachmentRefusal TooManyDrafts(string name) => new()
    {
        Status = StatusCodes.Status429TooManyRequests,
        Text = $"你暂存而未提交的附件太多，“{name}”没有上传。请先提交或移除已上传的附件；未提交的附件一天后自动清除。",
    };
}
