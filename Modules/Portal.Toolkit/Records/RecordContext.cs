using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records;

/// <summary>What a guard may look at; inside the transaction of the change.</summary>
public sealed class RecordContext
{
    private readonly RecordReader _reader;

    internal RecordContext(RecordReader reader, RecordView record, RecordView? before, RecordSettings settings, DateOnly today, RecordActor actor)
    {
        _reader = reader;
        Record = record;
        Before = before;
        Settings = settings;
        Today = today;
        Actor = actor;
    }

    /// <summary>As it would be after the change.</summary>
    public RecordView Record { get; }

    /// <summary>As it is; null for a new one.</summary>
    public RecordView? Before { get; }

    public RecordSettings Settings { get; }

    /// <summary>In the portal's zone.</summary>
    public DateOnly Today { get; }

    /// <summary>Who changes it.</summary>
    public RecordActor Actor { get; }

    /// <summary>Reads by SQL; own tables, <c>toolkit_record…</c> and <c>organisation_unit</c> only.</summary>
    public ReviewData Data => _reader.Data;

    /// <summary>A record of any type; null when there is none.</summary>
    public Task<RecordView?> FindAsync(long id) => _reader.FindAsync(id);

    /// <summary>The records a field of this one refers to.</summary>
    public Task<IReadOnlyList<RecordView>> LinkedAsync(string field) => _reader.ListAsync([.. Record.Refs(field).Select(reference => reference.Id)]);

    /// <summary>Records of a type that refer to this one by a field, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> ReferringAsync(string type, string field) => ReferringAsync(Record.Id, type, field);

    /// <summary>Records of a type that refer to a record by a field, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> ReferringAsync(long id, string type, string field) => _reader.ReferringAsync(id, type, field);

    /// <summary>Records of a type whose dossier is of this person, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> OfPersonAsync(string type, long personId) => _reader.OfPersonAsync(type, personId);

    /// <summary>Records of a type and unit in these states, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> OfUnitAsync(string type, long unitId, params string[] states) => _reader.OfUnitAsync(type, unitId, states);

    /// <summary>The unit that is an office of the book; null while nobody named it.</summary>
    public Task<long?> OfficeAsync(string unitRole) => _reader.OfficeAsync(Record.Row.Type, unitRole);
}
