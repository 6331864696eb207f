using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Pages.Provinces;

/// <summary>Connects a province to its bureau; for a post above all provinces.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class EditModel(ProvinceQueries provinces, ProvinceCommands commands, ScopeService scope) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public bool SelfBuilt { get; set; }

    [BindProperty]
    public string? BureauName { get; set; }

    public ProvinceRow Row { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        (SelfBuilt, BureauName) = (Row.SystemType, Row.UnitName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            await commands.SaveAsync(Row, SelfBuilt, BureauName?.Trim() ?? "", cancellationToken);
            TempData["Success"] = $"{Row.Name}已保存。";
            return RedirectToPage("Index");
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError(refusal.Field == "BureauName" ? nameof(BureauName) : "", refusal.Message);
            return Page();
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
