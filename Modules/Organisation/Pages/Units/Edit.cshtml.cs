using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Units;

[RequirePermission(Permissions.ManageUnits)]
internal sealed class EditModel(UnitQueries queries, UnitCommands commands, ReachService reach) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public UnitRow Row { get; private set; } = null!;

    /// <summary>Set when somebody else changed the unit while the form was open.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The top of the own reach can be renamed, but neither moved nor deleted.</summary>
    public bool IsMovable => Row.ParentId is { } parent && reach.Covers(parent);

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Version = Row.Version;
        Form = new UnitForm { Name = Row.Name, Kind = Row.Kind, Position = Row.Position };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await commands.EditAsync(Id, Version, Form.Name.Trim(), Form.Kind?.Trim() ?? "", Form.Position, cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Form.Name", refused.Message);
            return Page();
        }
        catch (StaleException)
        {
            IsStale = true;
            ModelState.Remove(nameof(Version));
            Version = Row.Version;
            return Page();
        }

        TempData["Success"] = $"「{Form.Name.Trim()}」已保存。";
        return RedirectToPage("Index", new { id = reach.Covers(Row.ParentId ?? 0) ? Row.ParentId : Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } row)
            return false;
        Row = row;
        Kinds = await queries.KindsAsync(cancellationToken);
        return true;
    }
}
