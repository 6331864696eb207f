using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Units;

[RequirePermission(Permissions.ManageUnits)]
internal sealed class IndexModel(UnitQueries queries, ReachService reach, IUnitTree tree, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public Unit Current { get; private set; } = null!;

    public IReadOnlyList<UnitRow> Rows { get; private set; } = [];

    public bool IsSearch => !string.IsNullOrWhiteSpace(Text);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (reach.Find(Id) is not { } current)
            return NotFound();
        Current = current;
        Rows = IsSearch ? await queries.SearchAsync(Text!.Trim(), cancellationToken) : await queries.ChildrenAsync(current.Id, time.Today, cancellationToken);
        return Page();
    }

    public string ParentName(UnitRow row) => row.ParentId is { } parent ? tree.Find(parent)?.Name ?? "" : "";
}
