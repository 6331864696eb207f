namespace Portal.Toolkit.Notices;

/// <summary>A message as its reader sees it. Times are UTC.</summary>
public sealed record NoticeRow
{
    public long Id { get; init; }

    public DateTime SentAt { get; init; }

    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    public string Link { get; init; } = "";

    public string ModuleId { get; init; } = "";

    /// <summary>Null while this person has not read it.</summary>
    public DateTime? ReadAt { get; init; }
}
