using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Students;

namespace Portal.RegistryTransfer.Pages.Students;

/// <summary>学生学籍 of the own school; a bureau chooses a school, looks up a number, or sees the problem records of its region.</summary>
[RequirePermission(Permissions.ViewStudents)]
internal sealed class IndexModel(StudentListQueries students, SchoolQueries schools, StudentExportService export, StudentFindCommands finder, IUnitContext context, LocalTime time) : PageModel
{
    // With so many digits it is meant as a number.
    private const int FewestDigits = 6;

    [BindProperty(SupportsGet = true)]
    public StudentFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    public SchoolRow? School { get; private set; }

    public IReadOnlyList<string> Classes { get; private set; } = [];

    public KeysetPage<StudentRow> List { get; private set; } = KeysetPage.Empty<StudentRow>();

    public bool MayEdit => School?.Id == context.UnitId && context.Has(Permissions.ManageStudents);

    public IEnumerable<Grade> Grades => Grade.All.Where(grade => School is null || School.Stages.HasFlag(grade.Stage));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        List = await students.ListAsync(Filter, School?.Id, After, Before, cancellationToken);
        return Page();
    }

    /// <summary>By name or number: neither stands in the address, and a G-number even holds the identity number.</summary>
    public async Task<IActionResult> OnPostFindAsync([FromForm(Name = "sought")] string? typed, CancellationToken cancellationToken)
    {
        var number = StudentNumber.Normalize(typed);
        if (number.Count(char.IsAsciiDigit) < FewestDigits)
        {
            Filter = Filter with { Name = typed?.Trim() };
            return await OnGetAsync(cancellationToken);
        }

        if (StudentNumber.FindFault(number, time.Today) is { } fault)
            TempData["Warning"] = fault;
        else if (await finder.FindAsync(number, cancellationToken) is { } id)
            return RedirectToPage("Details", new { id });
        else
            TempData["Warning"] = "本单位没有这个学籍号的学生。请核对号码；原学籍号也可以查到。";
        return RedirectToPage(Filter.Route());
    }

    public async Task<IActionResult> OnPostExportAsync([FromForm(Name = "sought")] string? name, CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && School is { } school ? await export.FileAsync(Filter with { Name = name }, school.Id, cancellationToken) : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        School = await schools.FindAsync(Filter.SchoolId ?? context.UnitId, cancellationToken);
        if (School is null)
        {
            // Without a school a bureau does not page through a whole region, only through what it is there for.
            Filter = Filter with { Problem = true };
            return Filter.SchoolId is null;
        }

        Classes = await students.ClassesAsync(School.Id, cancellationToken);
        return true;
    }
}
