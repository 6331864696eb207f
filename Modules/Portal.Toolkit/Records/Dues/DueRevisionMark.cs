namespace Portal.Toolkit.Records.Dues;

/// <summary>How far the revision after the change of a setting has come; a part of the setting's row.</summary>
internal sealed record DueRevisionMark
{
    public string SettingKey { get; init; } = "";

    /// <summary>From when on it goes; null when there is nothing to revise. UTC.</summary>
    public DateTime? ReviseAt { get; init; }

    /// <summary>Type of the last record revised; null before the first.</summary>
    public string? ReviseType { get; init; }

    /// <summary>The last record revised; null before the first.</summary>
    public long? ReviseAfter { get; init; }
}
