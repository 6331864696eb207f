using Portal.Toolkit.Components;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Reading;

/// <summary>A record as the current post may see it, with what the post may do now.</summary>
public sealed record RecordDetails
{
    public required RecordBook Book { get; init; }

    public required RecordType Type { get; init; }

    public required RecordView Record { get; init; }

    public required RecordRights Rights { get; init; }

    /// <summary>承办单位.</summary>
    public required string UnitName { get; init; }

    /// <summary>Of the record's own route; null before the first submit and without a route.</summary>
    public ReviewTimeline? Timeline { get; init; }

    /// <summary>The change request on its way; null when there is none.</summary>
    public RecordAmendmentDetails? Amendment { get; init; }

    /// <summary>Whether it is the post's turn, in the route of the record or of its change request.</summary>
    public bool MayDecide { get; init; }

    public bool MayWithdraw { get; init; }

    /// <summary>Oldest first; empty for restricted readers.</summary>
    public IReadOnlyList<RecordEvent> History { get; init; } = [];

    /// <summary>Soonest first.</summary>
    public IReadOnlyList<RecordDeadline> Deadlines { get; init; } = [];

    /// <summary>Steps that still come.</summary>
    public RecordRoute Route { get; init; } = RecordRoute.None;

    /// <summary>The record it was copied from; null for most.</summary>
    public RecordRef? Previous { get; init; }

    /// <summary>What is being reviewed now: the change request before the record.</summary>
    public ReviewTimeline? Running => Amendment?.Timeline ?? Timeline;

    /// <summary>Sees <see cref="Field.Open"/> fields only.</summary>
    public bool IsRestricted => !Rights.SeesEverything && !MayDecide;

    /// <summary>Whether sensitive fields are shown in full.</summary>
    public bool ShowsSecrets => Rights.SeesSecrets || MayDecide;

    public RecordState State => Type.StateOf(Record.State);

    /// <summary>The state in words with the step whose turn it is.</summary>
    public StateBadge Badge => new() { Kind = MayDecide ? StateKind.Mine : State.Kind, Text = State.Label, Detail = Record.Row.StepLabel.Length > 0 ? Record.Row.StepLabel : null };

    public bool IsDraft => Record.IsIn(RecordState.Draft.Key, RecordState.Returned.Key);

    /// <summary>Whether the draft may be edited and submitted now.</summary>
    public bool MayEdit => Rights.MayDraft && IsDraft;

    /// <summary>Whether a change may be asked for, or the returned one revised.</summary>
    public bool MayAmend => Rights.MayDraft && Type.MayChange && !IsDraft && !IsRestricted && !State.IsFinal && !Record.IsIn(RecordState.InReview.Key)
        && (Amendment is null || Amendment.State == RecordState.Returned.Key);

    /// <summary>Moves the post may make in this state.</summary>
    public IReadOnlyList<RecordMove> Moves => [.. Type.Moves.Where(move => Rights.MayMove(move) && move.From.Contains(Record.State) && move.When?.Invoke(Record) != false)];

    /// <summary>What leads on from this state and is another's to do; empty while a route runs, which tells that itself.</summary>
    public IReadOnlyList<RecordNext> Next => IsDraft || State.IsFinal || Record.IsIn(RecordState.InReview.Key) || Amendment is not null
        ? []
        : [.. Type.Moves.Where(move => RecordNext.LeadsOn(move, Record) && !Rights.MayMove(move)).Select(move => RecordNext.Of(this, move)).Where(next => next.By.Length > 0)];

    /// <summary>Fields kept up after approval that the post may fill in now.</summary>
    public IReadOnlyList<Field> Kept => IsDraft || !Rights.MayKeep || Record.IsIn(RecordState.InReview.Key, RecordState.Rejected.Key, RecordState.Withdrawn.Key, RecordState.Archived.Key)
        ? []
        : [.. Type.Fields.Where(known => known.Kept && known.Kind != FieldKind.File && known.ShowIf?.Invoke(Record) != false)];

    /// <summary>Fields to which the post may add files now.</summary>
    public IReadOnlyList<Field> OpenFiles => [.. Type.Fields.Where(known => known.Kind == FieldKind.File && known.ShowIf?.Invoke(Record) != false && Rights.MayFile(Type, Record, known))];

    /// <summary>Whether a person has just done what was refused now: a double click, and nobody was faster.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="isSame">Whether a line of the history is the same.</param>
    /// <param name="now">In UTC.</param>
    public bool IsRepeat(long? personId, Func<RecordEvent, bool> isSame, DateTime now) =>
        History.Any(line => line.PersonId == personId && isSame(line) && now - line.At < TimeSpan.FromMinutes(1));

    /// <summary>Whether the current post may see the field at all.</summary>
    public bool Shows(Field field) => !IsRestricted || field.Open;
}
