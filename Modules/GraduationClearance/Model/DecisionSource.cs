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
}
