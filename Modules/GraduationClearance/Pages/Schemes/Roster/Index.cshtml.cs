using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster;

namespace Portal.GraduationClearance.Pages.Schemes.Roster;

/// <summary>名单 of a scheme.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class IndexModel(SchemeQueries schemes, RosterQueries queries, DepartmentQueries departments, IUnitTree tree) : PageModel
{
    public Scheme Scheme { get; private set; } = new();

    public RosterFilter Filter { get; private set; } = new();

    public IReadOnlyList<RosterRow> Rows { get; private set; } = [];

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public bool IsChangeable => Scheme.Status is SchemeStatus.Draft or SchemeStatus.Open;

    public bool HasPrevious { get; private set; }

    public bool HasNext { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        long scheme, string? no, string? name, long? department, RosterStatus? status, string? after, string? before, CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(scheme, cancellationToken) is not { } found)
            return NotFound();
        Scheme = found;
        Filter = new RosterFilter { StudentNo = no, Name = name, DepartmentId = department, Status = status };
        Departments = await departments.ListAsync(scheme, DepartmentReach.WholeSchool, cancellationToken);
        var rows = await queries.ListAsync(scheme, Filter, after, before, cancellationToken);
        var isFull = rows.Count > RosterQueries.PageSize;
        HasPrevious = before is not null ? isFull : after is not null;
        HasNext = before is not null || isFull;
        Rows = !isFull ? rows : before is not null ? [.. rows.Skip(1)] : [.. rows.Take(RosterQueries.PageSize)];
        return Page();
    }

    public string UnitName(long unitId) => tree.Find(unitId)?.Name ?? "单位已删除";

    public IDictionary<string, string?> Route(string key, string value) => new Dictionary<string, string?>
    {
        ["scheme"] = $"{Scheme.Id}",
        ["no"] = Filter.StudentNo,
        ["name"] = Filter.Name,
        ["department"] = Filter.DepartmentId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["status"] = Filter.Status?.ToString(),
        [key] = value,
    };
}
