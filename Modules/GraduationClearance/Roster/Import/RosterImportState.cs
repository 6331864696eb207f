namespace Portal.GraduationClearance.Roster.Import;

/// <summary>How far a roster import has come.</summary>
public enum RosterImportState
{
    Checking,
    Checked,
    Applying,
    Applied,

    /// <summary>The file as a whole was refused; no row was read.</summary>
    Refused,
}

/// <summary>What becomes of a row of the file.</summary>
public enum RosterOutcome
{
    /// <summary>To be added.</summary>
    Addition,

    /// <summary>To be changed.</summary>
    Change,

    Unchanged,

    Added,

    Changed,

    Rejected,
}
