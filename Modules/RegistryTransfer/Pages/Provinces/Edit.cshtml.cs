using Portal.RegistryTransfer.Schools;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Provinces;

/// <summary>Connects a province to its bureau; for a post above all provinces.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class EditModel(ProvinceQueries provinces, ProvinceCommands commands, ScopeService scope) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool SelfBuilt { get; set; }

    [BindProperty]
    public string? BureauName { get; set; }

    public ProvinceRow Row { get; private set; } = new();

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        (Version, SelfBuilt, BureauName) = (Row.Version, Row.SystemType, Row.UnitName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var name = BureauName?.Trim() ?? "";
        if (name.Length > 100)
            ModelState.AddModelError(nameof(BureauName), "名称不超过 100 个字");
        if (!ModelState.IsValid)
            return this.Refused();
        try
        {
            await commands.SaveAsync(Row, Version, SelfBuilt, name, cancellationToken);
            TempData["Success"] = $"{Row.Name}已保存。";
            return RedirectToPage("Index");
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError(refusal.Field == "BureauName" ? nameof(BureauName) : "", refusal.Message);
            return this.Refused();
        }
        catch (StaleException stale)
        {
            await LoadAsync(cancellationToken);
            Differences = StaleDifference.Between(Row.Texts(), Row.As(name, SelfBuilt).Texts());
            if (Differences.Count == 0)
                ModelState.AddModelError("", stale.Message);
            ModelState.Remove(nameof(Version));
            Version = Row.Version;
            return this.Stale();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!scope.IsNation || await provinces.FindAsync(Id, cancellationToken) is not { } row)
            return false;
        Row = row;
        return true;
    }
}
