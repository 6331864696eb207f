using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Schools;

/// <summary>One school: its facts, and which bureau is responsible for it.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class EditModel(SchoolQueries schools, BureauListQueries bureaus, SchoolCommands commands, IUnitContext context, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    /// <summary>The bureau below which a new school is made.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Parent { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public SchoolForm Form { get; set; } = new();

    public SchoolRow? Row { get; private set; }

    public BureauRow? Bureau { get; private set; }

    public IReadOnlyList<(Stages Stage, string Bureau)> Supervision { get; private set; } = [];

    public IReadOnlyList<SupervisorRow> Supervisors { get; private set; } = [];

    public bool MayViewStudents => context.Has(Permissions.ViewStudents);

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Row is { } row)
        {
            Form = SchoolForm.Of(row);
            Version = row.Version;
        }
        else
        {
            Form = new SchoolForm { RegionCode = Bureau!.RegionCode, RunLevel = Bureau.Level };
        }

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
            var facts = Form.ToFacts();
            if (Row is { } row)
                await commands.UpdateAsync(row, Version, facts, cancellationToken);
            else
                Id = await commands.AddAsync(Bureau!, facts, cancellationToken);
            TempData["Success"] = $"学校「{facts.Name}」已保存。";
            return RedirectToPage("Edit", new { id = Id, parent = (long?)null });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddToForm(refusal);
            return this.Refused();
        }
        catch (StaleException stale)
        {
            await LoadAsync(cancellationToken);
            Differences = StaleDifference.Between(SchoolFacts.Of(Row!).Texts(), Form.ToFacts().Texts());
            if (Differences.Count == 0)
                ModelState.AddModelError("", stale.Message);
            ModelState.Remove(nameof(Version));
            Version = Row!.Version;
            return this.Stale();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Id is null)
        {
            Bureau = Parent is { } parent ? await bureaus.FindAsync(parent, cancellationToken) : null;
            return Bureau is { IsActive: true };
        }

        Row = await schools.FindAsync(Id.Value, cancellationToken);
        if (Row is null)
            return false;
        Supervision = await schools.SupervisionAsync(Row, time.Today, cancellationToken);
        Supervisors = await schools.SupervisorsAsync(Row.Id, cancellationToken);
        return true;
    }
}
