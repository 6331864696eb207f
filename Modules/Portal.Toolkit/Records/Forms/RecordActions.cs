using Portal.Toolkit.Attachments;
using Portal.Toolkit.Records.Reading;

namespace Portal.Toolkit.Records.Forms;

/// <summary>What the current post may do with a record now, with the forms it takes; partials <c>_RecordActions</c>, <c>_RecordKept</c> and <c>_RecordFiles</c>.</summary>
public sealed record RecordActions
{
    public required RecordDetails Details { get; init; }

    /// <summary>Moves with the fields they ask for.</summary>
    public required IReadOnlyList<RecordMoveForm> Moves { get; init; }

    /// <summary>Fields kept up after approval; empty when there is nothing to keep up.</summary>
    public required RecordForm Kept { get; init; }

    /// <summary>Suggestions of all forms, each once.</summary>
    public IReadOnlyList<RecordFormList> Lists => [.. Moves.Select(move => move.Form).Append(Kept).SelectMany(form => form.Lists).DistinctBy(list => list.Id)];

    /// <summary>The form of an upload; null when the post may not add files now.</summary>
    public AttachmentUpload? Upload { get; init; }

    /// <summary>Steps the running review may be returned to.</summary>
    public IReadOnlyList<FieldChoice> ReturnTargets { get; init; } = [];

    /// <summary>Whether the waiting step may end in a refusal for good.</summary>
    public bool MayReject { get; init; }

    /// <summary>What was typed into the inputs of the page's own when something was refused: opinion, reason, comment.</summary>
    public RecordActionTexts Typed { get; init; } = new();
}

/// <summary>A move with the fields it asks for.</summary>
public sealed record RecordMoveForm(RecordMove Move, RecordForm Form)
{
    /// <summary>Whether nothing has to be filled in.</summary>
    public bool IsPlain => Form.IsEmpty && !Move.NeedsReason;
}

/// <summary>What was typed; empty on a fresh page.</summary>
public sealed record RecordActionTexts
{
    /// <summary>Key of the move that was refused.</summary>
    public string Move { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Decision { get; init; } = "";

    public string ReturnTo { get; init; } = "";

    public string Opinion { get; init; } = "";

    public string Comment { get; init; } = "";

    /// <summary>Id of the field files were uploaded for.</summary>
    public string Field { get; init; } = "";
}

/// <summary>Model of the partial <c>_RecordFiles</c>.</summary>
/// <param name="Actions">Who may add and remove.</param>
/// <param name="Files">All files of the record.</param>
public sealed record RecordFilesView(RecordActions Actions, IReadOnlyList<Attachment> Files)
{
    /// <summary>The files of a field, oldest first.</summary>
    public IReadOnlyList<Attachment> Of(Field field)
    {
        var ids = Actions.Details.Record.Files.Where(file => file.Field == field.Id).Select(file => file.AttachmentId).ToHashSet();
        return [.. Files.Where(file => ids.Contains(file.Id))];
    }
}
