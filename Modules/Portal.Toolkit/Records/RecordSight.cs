using Portal.Toolkit.Calendar;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Records.Storage;

namespace Portal.Toolkit.Records;

/// <summary>
/// What rules may look at: guards inside the transaction of a change, and pages of the module by <see cref="RecordSightQueries"/>, so that both ask the same rule.
/// It asks for no rights: a page answers itself for what it shows.
/// </summary>
public class RecordSight
{
    private readonly RecordReader _reader;
    private readonly Func<ValueTask<WorkDays>> _calendar;

    internal RecordSight(RecordReader reader, RecordSettings settings, DateOnly today, Func<ValueTask<WorkDays>> calendar)
    {
        _reader = reader;
        _calendar = calendar;
        Settings = settings;
        Today = today;
    }

    public RecordSettings Settings { get; }

    /// <summary>In the portal's zone.</summary>
    public DateOnly Today { get; }

    /// <summary>工作日历 as it stands, for rules that count working days.</summary>
    public ValueTask<WorkDays> WorkDaysAsync() => _calendar();

    /// <summary>Reads by SQL; own tables, <c>toolkit_record…</c> and <c>organisation_unit</c> only.</summary>
    public ReadSession Data => _reader.Data;

    /// <summary>A record of any type; null when there is none.</summary>
    public Task<RecordView?> FindAsync(long id) => _reader.FindAsync(id);

    /// <summary>These records, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> ListAsync(IReadOnlyCollection<long> ids) => _reader.ListAsync(ids);

    /// <summary>Records of a type that refer to a record by a field, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> ReferringAsync(long id, string type, string field) => _reader.ReferringAsync(id, type, field);

    /// <summary>Records of a type whose dossier is of this person, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> OfPersonAsync(string type, long personId) => _reader.OfPersonAsync(type, personId);

    /// <summary>The same of several people, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> OfPeopleAsync(string type, IReadOnlyCollection<long> people) => _reader.OfPeopleAsync(type, people);

    /// <summary>Records of a type and unit in these states, oldest first.</summary>
    public Task<IReadOnlyList<RecordView>> OfUnitAsync(string type, long unitId, params string[] states) => _reader.OfUnitAsync(type, unitId, states);

    /// <summary>The living record of a type that claims a value by a <see cref="RecordKey"/>; null when none does. Sensitive values are found by their keyed hash.</summary>
    public Task<RecordView?> OfKeyAsync(string type, string key, string value) => _reader.OfKeyAsync(type, key, value);

    /// <summary>The unit that is an office of the type's book; null while nobody named it.</summary>
    protected Task<long?> OfficeAsync(string type, string unitRole) => _reader.OfficeAsync(type, unitRole);
}
