namespace Portal.Toolkit.Records;

/// <summary>Row of <c>toolkit_record</c> without its values: what lists show and filter by. Times are UTC.</summary>
public sealed record RecordRow
{
    public long Id { get; init; }

    /// <summary>Key of the type.</summary>
    public string Type { get; init; } = "";

    /// <summary>编号: prefix, year, serial.</summary>
    public string No { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>承办单位.</summary>
    public long UnitId { get; init; }

    /// <summary>单位一把手.</summary>
    public long? HeadId { get; init; }

    public string HeadName { get; init; } = "";

    /// <summary>责任人.</summary>
    public long OwnerId { get; init; }

    public string OwnerName { get; init; } = "";

    /// <summary>Whose dossier it is; null for most types.</summary>
    public long? PersonId { get; init; }

    /// <summary>Value of the type's <see cref="RecordType.KindField"/>; empty without one.</summary>
    public string Kind { get; init; } = "";

    public string Facet { get; init; } = "";

    public string State { get; init; } = RecordState.Draft.Key;

    /// <summary>层级: daily, college, school; empty when not asked.</summary>
    public string Level { get; init; } = "";

    /// <summary>密级: public, internal, sensitive.</summary>
    public string Secrecy { get; init; } = "internal";

    /// <summary>地域: abroad, HK, MO, TW.</summary>
    public string Region { get; init; } = "abroad";

    /// <summary>年度.</summary>
    public int Year { get; init; }

    public DateOnly? StartOn { get; init; }

    public DateOnly? EndOn { get; init; }

    public string Remarks { get; init; } = "";

    /// <summary>Of its route; null before the first submit, and without a route.</summary>
    public long? ReviewId { get; init; }

    /// <summary>Label of the step whose turn it is; empty when it is nobody's.</summary>
    public string StepLabel { get; init; } = "";

    /// <summary>The change request on its way; null when there is none.</summary>
    public long? ChangeId { get; init; }

    /// <summary>The record it was copied from as its next version; null for most.</summary>
    public long? PreviousId { get; init; }

    /// <summary>Raised by each write; whoever writes names the one he saw.</summary>
    public long Version { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; init; }
}
