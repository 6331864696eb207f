using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Students;

namespace Portal.RegistryTransfer.Pages.Students;

/// <summary>学籍 of one student: facts, what is under way, enrolments, numbers, packages, history.</summary>
[RequirePermission(Permissions.ViewStudents)]
internal sealed class DetailsModel(StudentQueries students, OpenBusinessQueries business, ScopeService scope, IUnitContext context) : PageModel
{
    public StudentView Student { get; private set; } = null!;

    public IReadOnlyList<OpenBusiness> Business { get; private set; } = [];

    public IReadOnlyList<NumberRow> Numbers { get; private set; } = [];

    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];

    public IReadOnlyList<PackageRow> Packages { get; private set; } = [];

    public bool MayEdit => Student.Current is { IsActive: true } current && scope.Covers(current.SchoolId) && context.Has(Permissions.ManageStudents);

    public bool MayResolve => Student.Current is not null && context.Has(Permissions.ResolveProblems);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await students.FindAsync(id, cancellationToken) is not { } student)
            return NotFound();
        Student = student;
        Packages = await students.PackagesAsync(id, cancellationToken);
        if (student.Current is not null)
        {
            Business = await business.ListAsync(student, cancellationToken);
            Numbers = await students.NumbersAsync(id, cancellationToken);
            Changes = await students.ChangesAsync(id, cancellationToken);
        }

        return Page();
    }
}
