using Portal.Toolkit.Attachments;
using Portal.Toolkit.Records.Files;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Forms;

/// <summary>Prepares the forms by which the current post acts on a record.</summary>
public sealed class RecordActionService(RecordFormService forms, IAttachmentUploads uploads)
{
    /// <param name="details">The record.</param>
    /// <param name="posted">What was posted and refused; null on a fresh page.</param>
    /// <param name="typed">The same of the page's own inputs.</param>
    /// <param name="upload">An upload that was refused; null prepares a fresh one.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<RecordActions> BuildAsync(RecordDetails details, RecordFormTexts? posted, RecordActionTexts typed, AttachmentUpload? upload, CancellationToken cancellationToken)
    {
        var moves = new List<RecordMoveForm>();
        foreach (var move in details.Moves)
        {
            var texts = typed.Move == move.Key ? posted : null;
            moves.Add(new(move, await forms.BuildAsync(details.Type, details.Record, texts, field => field.AskedBy == move.Key, withCommon: false, null, cancellationToken)));
        }

        var kept = details.Kept;
        var review = details.Running?.Review;
        var step = review is null ? null : details.Type.Route.FirstOrDefault(found => found.Key == review.StepKey);
        return new()
        {
            Details = details,
            Moves = moves,
            Kept = await forms.BuildAsync(details.Type, details.Record, typed.Move == RecordActionKeys.Keep ? posted : null, kept.Contains, withCommon: false, null, cancellationToken),
            Upload = details.OpenFiles.Count == 0 ? null : upload ?? await uploads.StartAsync(RecordFiles.PolicyOf(details.Book), details.Record.Id, cancellationToken),
            ReturnTargets = details is { MayDecide: true, Running: { } running }
                ? [.. ReviewQueries.ReturnTargets(running).Select(done => new FieldChoice(done.StepKey, details.Type.Route.FirstOrDefault(found => found.Key == done.StepKey)?.Label ?? done.StepKey))]
                : [],
            MayReject = step?.MayReject ?? false,
            Typed = typed,
        };
    }
}
