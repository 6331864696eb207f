using Portal.Data;

namespace Portal.Toolkit.Notices;

/// <summary>消息 inside the portal.</summary>
public interface INotices
{
    /// <summary>Sends in the caller's transaction and takes one of its ids.</summary>
    Task SendAsync(WriteTransaction transaction, Notice notice);
}

/// <summary>A message to a person, or to the posts of exactly one unit.</summary>
public sealed record Notice
{
    /// <summary>The posts of this unit; each person reads it for himself. Null when it goes to a person.</summary>
    public long? UnitId { get; init; }

    public long? PersonId { get; init; }

    /// <summary>With a unit: only posts that hold it see the message; empty shows it to all.</summary>
    public string Permission { get; init; } = "";

    /// <summary>At most 200 characters; no identity numbers.</summary>
    public required string Title { get; init; }

    /// <summary>At most 1,000 characters.</summary>
    public string Text { get; init; } = "";

    /// <summary>Address below the portal's root that the message leads to; empty for none.</summary>
    public string Link { get; init; } = "";

    public required string ModuleId { get; init; }
}
