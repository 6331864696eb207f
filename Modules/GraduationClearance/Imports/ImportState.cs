namespace Portal.GraduationClearance.Imports;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    Checking,
    Checked,
    Applying,
    Applied,

    /// <summary>The file as a whole was refused; no row was read.</summary>
    Refused,
}
