namespace Portal.Organisation.Pages.Posts;

[RequirePermission(Permissions.ManagePosts)]
internal sealed class EndModel(PostQueries queries, PostCommands commands, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public PostRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } row || row.HasEnded(time.Today))
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
            await commands.EndAsync(row, Version, cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
            return Page();
        }
        catch (StaleException)
        {
            ModelState.AddModelError("", $"这个岗位刚被别人改动，现在的期限是：{(row.Period() is { Length: > 0 } period ? period : "长期")}。请核对后再结束。");
            ModelState.Remove(nameof(Version));
            Version = row.Version;
            return Page();
        }

        TempData["Success"] = $"{row.Name} 在「{row.UnitName}」的岗位「{row.RoleName}」已结束。";
        return RedirectToPage("Index", new { unit = row.UnitId });
    }
}
