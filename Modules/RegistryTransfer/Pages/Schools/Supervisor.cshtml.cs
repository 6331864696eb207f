using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Pages.Schools;

/// <summary>指定学籍主管部门: names the bureau that is responsible from a day on.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class SupervisorModel(SchoolQueries schools, BureauListQueries bureaus, SchoolCommands commands, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>None: the general rule is again.</summary>
    [BindProperty]
    public long? SupervisorId { get; set; }

    [BindProperty]
    public DateOnly? Since { get; set; }

    public SchoolRow School { get; private set; } = null!;

    public IReadOnlyList<BureauRow> Bureaus { get; private set; } = [];

    public IReadOnlyList<SupervisorRow> Supervisors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Since = time.Today;
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Since is not { } since || since < time.Today)
            ModelState.AddModelError(nameof(Since), "生效日期不能早于今天；已进入的环节不受影响");
        if (!ModelState.IsValid)
            return this.Refused();
        try
        {
            await commands.NameSupervisorAsync(School, SupervisorId, Since!.Value, cancellationToken);
            TempData["Success"] = "已保存。以后进入的核办环节按新的主管部门；已进入的环节不变。";
            return RedirectToPage("Edit", new { id = Id });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError(refusal.Field, refusal.Message);
            return this.Refused();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await schools.FindAsync(Id, cancellationToken) is not { } school)
            return false;
        School = school;
        Bureaus = await bureaus.OfProvinceAsync(school.ProvinceId, cancellationToken);
        Supervisors = await schools.SupervisorsAsync(Id, cancellationToken);
        return true;
    }
}
