using System.ComponentModel.DataAnnotations;

namespace Portal.Organisation.Pages.Roles;

[RequirePermission(Permissions.ManageRoles)]
internal sealed class EditModel(RoleQueries queries, RoleCommands commands, PermissionCatalog permissions, IModuleCatalog modules) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "说明")]
    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Description { get; set; }

    [BindProperty]
    public bool IsDelegable { get; set; }

    [BindProperty]
    public List<string> Granted { get; set; } = [];

    public RoleRow Row { get; private set; } = null!;

    /// <summary>What the database holds, when somebody else changed the role while the form was open.</summary>
    public IReadOnlySet<string>? Stale { get; private set; }

    /// <summary>All permissions, grouped by the name of their module.</summary>
    public IEnumerable<IGrouping<string, DeclaredPermission>> Groups => permissions.All.GroupBy(permission => modules.Find(permission.ModuleId)?.Name ?? "门户");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } row)
            return NotFound();
        Row = row;
        (Version, Description, IsDelegable) = (row.Version, row.Description, row.IsDelegable);
        Granted = [.. await queries.GrantsAsync(Id, cancellationToken)];
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ChangeAsync(async () =>
    {
        await commands.EditAsync(Id, Version, Description?.Trim() ?? "", IsDelegable, Granted, cancellationToken);
        TempData["Success"] = $"角色「{Row.Name}」已保存，立即生效。";
    }, cancellationToken);

    public Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken) => ChangeAsync(async () =>
    {
        await commands.DeleteAsync(Row, Version, cancellationToken);
        TempData["Success"] = $"角色「{Row.Name}」已删除。";
    }, cancellationToken);

    private async Task<IActionResult> ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } row)
            return NotFound();
        Row = row;
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await change();
            return RedirectToPage("Index");
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
        }
        catch (StaleException)
        {
            Stale = await queries.GrantsAsync(Id, cancellationToken);
            ModelState.Remove(nameof(Version));
            Version = row.Version;
        }

        return Page();
    }
}
