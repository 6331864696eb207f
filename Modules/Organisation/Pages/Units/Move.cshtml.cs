using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Units;

[RequirePermission(Permissions.ManageUnits)]
internal sealed class MoveModel(UnitQueries queries, UnitCommands commands, ReachService reach, IUnitTree tree) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Target { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public UnitRow Row { get; private set; } = null!;

    public Unit TargetUnit { get; private set; } = null!;

    public int SubtreeCount => tree.Subtree(Id).Count;

    public bool IsPossible => TargetUnit.Id != Row.ParentId && !tree.IsWithin(TargetUnit.Id, Id);

    public IEnumerable<Unit> Children => tree.ChildrenOf(TargetUnit.Id).Where(unit => unit.Id != Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Version = Row.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            await commands.MoveAsync(Id, Version, TargetUnit.Id, cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
            return Page();
        }
        catch (StaleException)
        {
            ModelState.AddModelError("", "这个单位刚被别人改动。请核对后再移动。");
            ModelState.Remove(nameof(Version));
            Version = Row.Version;
            return Page();
        }

        TempData["Success"] = $"「{Row.Name}」已移到「{TargetUnit.Name}」之下。";
        return RedirectToPage("Index", new { id = TargetUnit.Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { ParentId: { } parent } row || !reach.Covers(parent) || reach.Find(Target ?? parent) is not { } target)
            return false;
        Row = row;
        TargetUnit = target;
        return true;
    }
}
