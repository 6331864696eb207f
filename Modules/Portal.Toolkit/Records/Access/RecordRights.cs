namespace Portal.Toolkit.Records.Access;

/// <summary>What a post may do with one record.</summary>
public sealed record RecordRights
{
    /// <summary>The record does not exist for it.</summary>
    public static RecordRights None { get; } = new();

    public bool MayRead { get; init; }

    /// <summary>False in a sensitive type for readers who do not work on the record: they see <see cref="Field.Open"/> fields only.</summary>
    public bool SeesEverything { get; init; }

    /// <summary>Whether it works on the record or is the person of whom it is: sensitive fields are not masked.</summary>
    public bool SeesSecrets { get; init; }

    public IReadOnlySet<Act> Acts { get; init; } = new HashSet<Act>();

    /// <summary>Keys of the unit roles the post acts as.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>See <see cref="RecordType.KeptBy"/>.</summary>
    public IReadOnlyList<string>? KeptBy { get; init; }

    /// <summary>Whether it keeps up fields after approval.</summary>
    public bool MayKeep => Acts.Overlaps([Act.Execute, Act.Custody, Act.Decide, Act.Create]) && (KeptBy is null || KeptBy.Any(Roles.Contains));

    /// <summary>Whether it may edit the draft, submit, withdraw, ask for a change.</summary>
    public bool MayDraft => Acts.Contains(Act.Create);

    /// <summary>Whether it adds files to the field in the record's present state: as for other fields, and for a move that asks for the file, by whom may make it.</summary>
    public bool MayFile(RecordType type, RecordView record, Field field)
    {
        if (record.IsIn(RecordState.Draft.Key, RecordState.Returned.Key))
            return MayDraft && field.AskedBy is null;
        return field.AskedBy is { } asking
            ? type.FindMove(asking) is { } move && MayMove(move) && move.From.Contains(record.State)
            : field.Kept && MayKeep && !record.IsIn(RecordState.InReview.Key, RecordState.Rejected.Key, RecordState.Withdrawn.Key, RecordState.Archived.Key);
    }

    /// <summary>Whether the move is offered to it; the record's state is another question.</summary>
    public bool MayMove(RecordMove move) => !move.IsInternal && move.By.Any(Acts.Contains) && (move.Roles is null || move.Roles.Any(Roles.Contains));
}
