namespace Portal.Toolkit.Records.Dues;

/// <summary>One due date as pages show it.</summary>
public sealed record RecordDueItem
{
    public required long RecordId { get; init; }

    /// <summary>Key of the <see cref="RecordDue"/>.</summary>
    public required string Key { get; init; }

    public required string Label { get; init; }

    public required RecordType Type { get; init; }

    public required string No { get; init; }

    public required string Title { get; init; }

    public required long UnitId { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>The first moment at which it is late; UTC.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>The last day, in the portal's zone.</summary>
    public required DateOnly Day { get; init; }

    public required bool IsLate { get; init; }

    /// <summary>From today to <see cref="Day"/>; below 0 when it has passed.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Address of the record.</summary>
    public string Link => RecordAddress.Of(Type.Key, RecordId);
}

/// <summary>Which part of the due dates.</summary>
public sealed record RecordDueFilter
{
    /// <summary>All that the post may read, instead of those of its unit, person and office.</summary>
    public bool All { get; init; }

    /// <summary>Key of a type; null for all.</summary>
    public string? Type { get; init; }

    /// <summary>First day; null for no limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; null for no limit.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The last row of the page before.</summary>
    public RecordDueKey? After { get; init; }

    public int Take { get; init; } = KeysetPage.Take;
}

/// <summary>Key of a row of the list.</summary>
public sealed record RecordDueKey(DateTime DueAt, long RecordId, string Key);

/// <summary>How much is owed.</summary>
/// <param name="Total">All open.</param>
/// <param name="Late">Of these, late.</param>
/// <param name="Soon">Of these, due within 30 days.</param>
public sealed record RecordDueCount(int Total, int Late, int Soon);
