using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Students;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Students;

/// <summary>建立学籍 at the own school, and 修改信息 of a student there.</summary>
[RequirePermission(Permissions.ManageStudents)]
internal sealed class EditModel(StudentQueries students, SchoolQueries schools, StudentCommands commands, IUnitContext context, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public StudentForm Form { get; set; } = new();

    public StudentView? Student { get; private set; }

    public SchoolRow School { get; private set; } = new();

    public IEnumerable<Grade> Grades => Grade.All.Where(grade => School.Stages.HasFlag(grade.Stage));

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Student is { Current: { } current } student)
            (Form, Version) = (StudentForm.Of(student, current), student.Version);
        else
            Form.EntryOn = time.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        try
        {
            if (Id is { } id)
                await commands.UpdateAsync(id, Version, Form.ToDraft(), cancellationToken);
            else
                Id = await commands.AddAsync(School, Form.ToDraft(), cancellationToken);
            TempData["Success"] = $"{Form.ToDraft().Name}的学籍已保存。";
            return RedirectToPage("Details", new { id = Id });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddToForm(refusal);
            return this.Refused();
        }
        catch (StaleException stale)
        {
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            var stored = StudentForm.Of(Student!, Student!.Current!).ToDraft();
            Differences = StaleDifference.Between(StudentRecord.Texts(stored, Student.IdCardMasked), StudentRecord.Texts(Form.ToDraft() with { Number = stored.Number }, Student.IdCardMasked));
            if (Differences.Count == 0)
                ModelState.AddModelError("", stale.Message);
            ModelState.Remove(nameof(Version));
            Version = Student.Version;
            return this.Stale();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id)
        {
            Student = await students.FindAsync(id, cancellationToken);
            if (Student?.Current is not { IsActive: true })
                return false;
        }

        if (await schools.FindAsync(Student?.Current?.SchoolId ?? context.UnitId, cancellationToken) is not { } school)
            return false;
        School = school;
        return true;
    }
}
