using Portal.Organisation.Pages.Posts;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.People;

[RequirePermission(Permissions.ManagePeople)]
internal sealed class DetailsModel(PersonQueries queries, PostQueries posts, PersonCommands commands, RoleLimitService limits, IUnitContext context, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public PersonRow Row { get; private set; } = null!;

    public IReadOnlyList<PostRow> Posts { get; private set; } = [];

    public bool MayManage { get; private set; }

    public bool IsLocked => queries.IsLocked(Row);

    public bool IsSelf => context.Person?.Id == Id;

    public DateOnly Today => time.Today;

    /// <summary>Set after a reset: shown once and kept nowhere.</summary>
    public string? InitialPassword { get; private set; }

    public bool MayEnd(PostRow row) => context.Has(Permissions.ManagePosts) && !row.HasEnded(Today) && limits.MayGive(row.RoleId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) => IsSelf
        ? NotFound()
        : await ChangeAsync(() => commands.DisableAsync(Id, Version, isDisabled: true, cancellationToken), "账号已停用，对方不能再使用门户。", cancellationToken);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) =>
        ChangeAsync(() => commands.DisableAsync(Id, Version, isDisabled: false, cancellationToken), "账号已启用。", cancellationToken);

    public Task<IActionResult> OnPostResetAsync(CancellationToken cancellationToken) =>
        ChangeAsync(async () => InitialPassword = await commands.ResetPasswordAsync(Id, Version, cancellationToken), null, cancellationToken);

    private async Task<IActionResult> ChangeAsync(Func<Task> change, string? done, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !MayManage)
            return NotFound();
        try
        {
            await change();
            if (done is not null)
            {
                TempData["Success"] = done;
                return RedirectToPage(new { Id });
            }
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
        }
        catch (StaleException)
        {
            ModelState.AddModelError("", "这个人的资料刚被别人改动。已显示最新内容，请核对后再操作。");
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } row)
            return false;
        Row = row;
        Posts = await posts.OfPersonAsync(Id, cancellationToken);
        MayManage = await queries.MayManageAsync(Id, cancellationToken);
        return true;
    }
}
