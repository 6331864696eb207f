using Portal.Toolkit.Records.Storage;

namespace Portal.Toolkit.Records;

/// <summary>What a guard may look at; inside the transaction of the change.</summary>
public sealed class RecordContext : RecordSight
{
    internal RecordContext(RecordReader reader, RecordView record, RecordView? before, RecordSettings settings, DateOnly today, RecordActor actor)
        : base(reader, settings, today)
    {
        Record = record;
        Before = before;
        Actor = actor;
    }

    /// <summary>As it would be after the change.</summary>
    public RecordView Record { get; }

    /// <summary>As it is; null for a new one.</summary>
    public RecordView? Before { get; }

    /// <summary>Who changes it.</summary>
    public RecordActor Actor { get; }

    /// <summary>The records a field of this one refers to.</summary>
    public Task<IReadOnlyList<RecordView>> LinkedAsync(string field) => ListAsync([.. Record.Refs(field).Select(reference => reference.Id)]);

    /// <summary>Records of a type that refer to this one by a field, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> ReferringAsync(string type, string field) => ReferringAsync(Record.Id, type, field);

    /// <summary>The unit that is an office of the book; null while nobody named it.</summary>
    public Task<long?> OfficeAsync(string unitRole) => OfficeAsync(Record.Row.Type, unitRole);
}
