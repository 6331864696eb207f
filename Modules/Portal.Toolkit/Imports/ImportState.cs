namespace Portal.Toolkit.Imports;

/// <summary>How far an import has come. An import that is checking or applying while its job has failed is interrupted.</summary>
public enum ImportState
{
    Checking,

    /// <summary>The preview waits for the person.</summary>
    Checked,

    Applying,
    Applied,

    /// <summary>The file as a whole was refused; no row was read.</summary>
    Refused,

    /// <summary>Given up by the person after the preview.</summary>
    Cancelled,
}
