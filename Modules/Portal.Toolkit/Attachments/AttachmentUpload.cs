using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Toolkit.Components;

namespace Portal.Toolkit.Attachments;

/// <summary>What a form with attachments brought: the drafts it has by now, and what was refused.</summary>
public sealed record AttachmentUpload
{
    public required AttachmentPolicy Policy { get; init; }

    /// <summary>Ties the drafts to this form; with the person it is the key to them.</summary>
    public required string DraftToken { get; init; }

    /// <summary>Drafts of this form, also those of earlier posts.</summary>
    public IReadOnlyList<Attachment> Drafts { get; init; } = [];

    /// <summary>Files the owner has already.</summary>
    public IReadOnlyList<Attachment> Bound { get; init; } = [];

    public IReadOnlyList<AttachmentRefusal> Refusals { get; init; } = [];

    /// <summary>上传附件 or 移除 was pressed: show the form again, validate nothing, save nothing.</summary>
    public bool IsIntermediate { get; init; }

    /// <summary>200, or the status of the first refusal.</summary>
    public int Status => Refusals is [var first, ..] ? first.Status : 200;

    /// <summary>Model of the partials <c>_AttachmentsStart</c> and <c>_Attachments</c>.</summary>
    public AttachmentField Field => new() { Policy = Policy, DraftToken = DraftToken, Drafts = Drafts, Bound = Bound };

    /// <summary>
    /// Adds the refusals as errors of the file field. After 上传附件 or 移除 it first drops the errors of the other fields: nobody said the form was finished.
    /// </summary>
    /// <returns>Whether the page may go on and save.</returns>
    public bool Check(ModelStateDictionary modelState)
    {
        if (IsIntermediate)
        {
            foreach (var entry in modelState.Values)
            {
                entry.Errors.Clear();
                entry.ValidationState = ModelValidationState.Skipped;
            }
        }

        foreach (var refusal in Refusals)
            modelState.AddModelError(AttachmentField.FileName, refusal.Text);
        return !IsIntermediate && modelState.IsValid;
    }
}
