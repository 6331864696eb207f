namespace Portal.GraduationClearance.Model;

/// <summary>Whose students a step's operator decides: the whole school's, or those of the operator's own unit and below.</summary>
public enum GrantScope
{
    WholeSchool = 1,
    OwnUnit = 2,
}
