using Portal.Data;

namespace Portal.Audit;

/// <summary>Writes who did what into the caller's transaction. A write transaction without an audit row does not commit.</summary>
public interface IAuditLog
{
    /// <summary>Adds one row with person, post, address and time of the current scope; needs one id of the transaction.</summary>
    Task WriteAsync(WriteTransaction transaction, AuditEntry entry);
}

/// <summary>A change of state. <see cref="Before"/> and <see cref="After"/> are kept as JSON; never put identity numbers, passwords or keys there.</summary>
public sealed record AuditEntry
{
    /// <summary>Id of the module, for example <c>Organisation</c>.</summary>
    public required string Module { get; init; }

    /// <summary>Verb in Chinese as the audit page shows it: 新建单位, 批量通过.</summary>
    public required string Action { get; init; }

    /// <summary>Kind and id of what was changed: <c>unit:42</c>.</summary>
    public required string Subject { get; init; }

    public object? Before { get; init; }

    public object? After { get; init; }
}
