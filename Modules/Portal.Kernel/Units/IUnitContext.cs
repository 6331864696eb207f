namespace Portal.Units;

/// <summary>Who is at work in this scope: of a request the signed-in person, of a job the person who queued it.</summary>
public interface IUnitContext
{
    Person? Person { get; }

    /// <summary>The current post; null for a stranger and for a person without a valid post.</summary>
    Post? Post { get; }

    /// <summary>All valid posts of the person; the header switches between them.</summary>
    IReadOnlyList<Post> Posts { get; }

    /// <summary>Unit of the current post; 0 when there is none.</summary>
    long UnitId { get; }

    /// <summary>Ids from the root down to the current unit.</summary>
    IReadOnlyList<long> Path { get; }

    /// <summary>Network address of the request, of a job that of the request which queued it; for the audit.</summary>
    string Address { get; }

    /// <summary>Whether the current post's role holds the permission and its module is on for the current unit. Fails closed.</summary>
    bool Has(string permission);
}
