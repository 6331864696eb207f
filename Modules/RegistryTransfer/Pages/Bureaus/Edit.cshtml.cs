using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Bureaus;

/// <summary>One bureau, or a new one below another.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class EditModel(BureauListQueries bureaus, BureauCommands commands) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Parent { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public BureauForm Form { get; set; } = new();

    public BureauRow? Row { get; private set; }

    public BureauRow? Above { get; private set; }

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    public IEnumerable<UnitLevel> Levels => Enum.GetValues<UnitLevel>().Where(level => Above is null || level > Above.Level);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Row is { } row)
            (Form, Version) = (BureauForm.Of(row), row.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Row is not null)
            Form.Level = Row.Level;
        if (!ModelState.IsValid)
            return this.Refused();
        try
        {
            if (Row is { } row)
                await commands.UpdateAsync(row, Version, Form.ToFacts(), cancellationToken);
            else
                await commands.AddAsync(Above!, Form.ToFacts(), cancellationToken);
            TempData["Success"] = $"教育局「{Form.Name?.Trim()}」已保存。";
            return RedirectToPage("Index");
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
            Differences = StaleDifference.Between(BureauFacts.Of(Row!).Texts(), Form.ToFacts().Texts());
            if (Differences.Count == 0)
                ModelState.AddModelError("", stale.Message);
            ModelState.Remove(nameof(Version));
            Version = Row!.Version;
            return this.Stale();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id)
            Row = await bureaus.FindAsync(id, cancellationToken);
        else if (Parent is { } parent)
            Above = await bureaus.FindAsync(parent, cancellationToken);
        return Row is not null || Above is { IsActive: true, Level: not UnitLevel.District };
    }
}
