using Portal.Toolkit.Records.Storage;

namespace Portal.Toolkit.Records;

/// <summary>What a guard may look at; inside the transaction of the change.</summary>
public sealed class RecordContext : RecordSight
{
    private readonly RecordWriter _writer;

    internal RecordContext(RecordReader reader, RecordWriter writer, RecordView record, RecordView? before)
        : base(reader, writer.Settings, writer.Today, writer.WorkDaysAsync)
    {
        _writer = writer;
        Record = record;
        Before = before;
    }

    /// <summary>As it would be after the change.</summary>
    public RecordView Record { get; }

    /// <summary>As it is; null for a new one.</summary>
    public RecordView? Before { get; }

    /// <summary>Who changes it.</summary>
    public RecordActor Actor => _writer.Actor;

    /// <summary>
    /// Holds another record until the transaction ends. A guard that counts or compares other records holds the one they have in common before it reads them;
    /// two who pass it at once would else both find room.
    /// </summary>
    public Task LockAsync(long id) => _writer.LockAsync(id);

    /// <inheritdoc cref="RecordWriter.NameAsync"/>
    public Task<RecordRef> NameAsync(RecordView record) => _writer.NameAsync(record);

    /// <summary>The records a field of this one refers to.</summary>
    public Task<IReadOnlyList<RecordView>> LinkedAsync(string field) => ListAsync([.. Record.Refs(field).Select(reference => reference.Id)]);

    /// <summary>Records of a type that refer to this one by a field, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> ReferringAsync(string type, string field) => ReferringAsync(Record.Id, type, field);

    /// <summary>The unit that is an office of the book; null while nobody named it.</summary>
    public Task<long?> OfficeAsync(string unitRole) => OfficeAsync(Record.Row.Type, unitRole);
}
