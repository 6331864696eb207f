using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Units;

[RequirePermission(Permissions.ManageUnits)]
internal sealed class CreateModel(UnitQueries queries, UnitCommands commands, ReachService reach) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Parent { get; set; }

    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public Unit ParentUnit { get; private set; } = null!;

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await commands.CreateAsync(Parent, Form.Name.Trim(), Form.Kind?.Trim() ?? "", cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Form.Name", refused.Message);
            return Page();
        }

        TempData["Success"] = $"已在「{ParentUnit.Name}」下新建「{Form.Name.Trim()}」。";
        return RedirectToPage("Index", new { id = Parent });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (reach.Find(Parent) is not { } parent)
            return false;
        ParentUnit = parent;
        Kinds = await queries.KindsAsync(cancellationToken);
        return true;
    }
}
