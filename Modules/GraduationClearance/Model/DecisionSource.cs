namespace Portal.GraduationClearance.Model;

/// <summary>What a status came from; kept with the record and its log.</summary>
public enum DecisionSource
{
    None,
    Single,
    Batch,
    Import,
    Admin,
    Certificate,

    /// <summary>An administrator moved the record between 未办理 and 无需办理 by hand; rules leave it so.</summary>
    Override,
}
