namespace Portal.RegistryTransfer.Oversight;

/// <summary>Applications of one place on one side, started in the range.</summary>
public sealed record SideCount
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public bool IsIn { get; init; }

    /// <summary>All, whatever became of them.</summary>
    public long Started { get; init; }

    /// <summary>Those this side had to review: without the revoked ones, and on the sending side only those that came to it.</summary>
    public long Due { get; init; }

    /// <summary>Those of <see cref="Due"/> on which this side has decided.</summary>
    public long Reviewed { get; init; }

    /// <summary>Open now and beyond ten working days on this side.</summary>
    public long Overdue { get; init; }

    /// <summary>All reviews passed: 调档 is due.</summary>
    public long ArchiveDue { get; init; }

    public long Archived { get; init; }

    public static SideCount operator +(SideCount one, SideCount other) => one with
    {
        Started = one.Started + other.Started,
        Due = one.Due + other.Due,
        Reviewed = one.Reviewed + other.Reviewed,
        Overdue = one.Overdue + other.Overdue,
        ArchiveDue = one.ArchiveDue + other.ArchiveDue,
        Archived = one.Archived + other.Archived,
    };
}
