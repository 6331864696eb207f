namespace Portal.GraduationClearance.Model;

public enum SchemeStatus
{
    Draft,
    Open,
    Closed,
    Archived,
}
