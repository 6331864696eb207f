namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>Whose applications: those of one unit, through the rows written for it, or all of the nation for a post at the root.</summary>
/// <param name="UnitId">Null for all.</param>
/// <param name="Path">Of the unit, to tell the sides apart.</param>
internal sealed record QueryReach(long? UnitId, string Path)
{
    internal string From => UnitId is null ? "registrytransfer_application a" : "registrytransfer_application_unit u join registrytransfer_application a on a.id = u.application_id";

    internal string Key => UnitId is null ? "a.id" : "u.application_id";

    internal string Condition => UnitId is null ? "a.kind = @kind" : "u.unit_id = @unitId and u.kind = @kind";

    internal string Open => UnitId is null ? "a.open_student_id is not null" : "u.is_open = 1";
}
