using Portal.RegistryTransfer.Students;

namespace Portal.RegistryTransfer.Pages.Students;

/// <summary>One form about one student: loads him, runs the command, and says what was refused or overtaken.</summary>
internal abstract class StudentPageModel(StudentQueries students) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public StudentView Student { get; private set; } = null!;

    public EnrolmentView Current => Student.Current!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Version = Student.Version;
        return Page();
    }

    /// <summary>The command of the form; false when a field is wrong and told.</summary>
    protected abstract Task<bool> SaveAsync(CancellationToken cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            if (ModelState.IsValid && await SaveAsync(cancellationToken))
                return RedirectToPage("Details", new { id = Id });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError(refusal.Field, refusal.Message);
        }
        catch (StaleException stale)
        {
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            ModelState.AddModelError("", stale.Message);
            ModelState.Remove(nameof(Version));
            Version = Student.Version;
            return this.Stale();
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await students.FindAsync(Id, cancellationToken) is not { Current: not null } student)
            return false;
        Student = student;
        return true;
    }
}
