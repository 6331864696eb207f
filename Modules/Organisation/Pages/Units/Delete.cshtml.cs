namespace Portal.Organisation.Pages.Units;

[RequirePermission(Permissions.ManageUnits)]
internal sealed class DeleteModel(UnitQueries queries, UnitCommands commands) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public UnitRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } row)
            return NotFound();
        Row = row;
        Version = row.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } row)
            return NotFound();
        Row = row;
        try
        {
            await commands.DeleteAsync(Id, Version, cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
            return Page();
        }
        catch (StaleException)
        {
            ModelState.AddModelError("", "这个单位刚被别人改动，没有删除。请核对后再删。");
            ModelState.Remove(nameof(Version));
            Version = row.Version;
            return Page();
        }

        TempData["Success"] = $"「{row.Name}」已删除。";
        return RedirectToPage("Index", new { id = row.ParentId });
    }
}
