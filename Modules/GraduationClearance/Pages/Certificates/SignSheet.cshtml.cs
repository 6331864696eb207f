using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Certificates;

/// <summary>签收表: the register's filter on paper, with a line to sign on.</summary>
[RequirePermission(Permissions.ViewCertificates)]
public sealed class SignSheetModel(SchemeQueries schemes, RegisterQueries register, IUnitTree units, IUnitContext context) : PageModel
{
    /// <summary>More would be no sheet anybody carries; the page says so.</summary>
    public const int MostRows = 500;

    [BindProperty(SupportsGet = true)]
    public RegisterFilter Filter { get; set; } = new();

    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];

    public bool IsCut { get; private set; }

    public string Description { get; private set; } = "";

    public string UnitName => context.Post?.UnitName ?? "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = Filter with { Valid = true };
        var rows = await register.ListSheetAsync(Filter, MostRows + 1, cancellationToken);
        IsCut = rows.Count > MostRows;
        Rows = [.. rows.Take(MostRows).OrderBy(row => row.Student.StudentNo, StringComparer.Ordinal).ThenBy(row => row.Certificate.Kind)];
        var scheme = Filter.SchemeId is { } id ? (await schemes.FindAsync(id, cancellationToken))?.Name : null;
        Description = (Filter with { Valid = null }).Describe(scheme, Filter.DepartmentId is { } department ? units.Find(department)?.Name : null);
    }
}
