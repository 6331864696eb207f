namespace Portal.Toolkit.Records.Reading;

/// <summary>One line of a record's history; row of <c>toolkit_record_event</c>. Never changed, never deleted.</summary>
public sealed record RecordEvent
{
    public const string Columns = "id, at, label, state, text, person_id, person_name, unit_name, version";

    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>In words: 新建, 提交, 启动实施.</summary>
    public string Label { get; init; } = "";

    /// <summary>Key of the state after it.</summary>
    public string State { get; init; } = "";

    /// <summary>Reason, opinion or comment.</summary>
    public string Text { get; init; } = "";

    /// <summary>Null for the portal itself.</summary>
    public long? PersonId { get; init; }

    public string PersonName { get; init; } = "";

    public string UnitName { get; init; } = "";

    public long Version { get; init; }
}
