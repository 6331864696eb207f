using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>Finds the unit that a file names as 院系, among those below the current post.</summary>
internal sealed class DepartmentNames(IUnitTree tree, IUnitContext context)
{
    private readonly ILookup<string, Unit> _units = tree.Subtree(context.UnitId).Where(unit => unit.ParentId is not null).ToLookup(unit => unit.Name);

    public CellResult<long> Find(string name, CellContext cell)
    {
        var units = _units[name].ToArray();
        var colleges = units.Where(unit => unit.Kind == "学院").ToArray();
        return (colleges.Length > 0 ? colleges : units) switch
        {
            [var unit] => unit.Id,
            [] => cell.Fail("department", "院系不在组织机构中，请核对名称或先建立单位"),
            _ => cell.Fail("department", "组织机构中有多个同名的院系，请联系管理员改名"),
        };
    }
}
