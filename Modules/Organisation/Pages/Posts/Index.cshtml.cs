using System.ComponentModel.DataAnnotations;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Posts;

[RequirePermission(Permissions.ManagePosts)]
internal sealed class IndexModel(PostQueries queries, PostCommands commands, ReachService reach, RoleLimitService limits, IUnitTree tree, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty]
    public AddForm Form { get; set; } = new();

    public Unit Current { get; private set; } = null!;

    public IReadOnlyList<Unit> Children => tree.ChildrenOf(Current.Id);

    public KeysetPage<PostRow> List { get; private set; } = KeysetPage.Empty<PostRow>();

    public IReadOnlyList<KeyValuePair<long, string>> Roles => limits.Givable();

    public DateOnly Today => time.Today;

    public string? Link(string? after, string? before) => Url.Page("Index", new { unit = Current.Id, Role, Ended, after, before });

    public bool MayEnd(PostRow row) => !row.HasEnded(Today) && limits.MayGive(row.RoleId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Form.To < Form.From)
            ModelState.AddModelError("Form.To", "结束日期不能早于开始日期。");
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await commands.AddAsync(Form.Account.Trim(), Form.RoleId!.Value, Current, Form.From, Form.To, cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Form.Account", refused.Message);
            return Page();
        }

        TempData["Success"] = $"已在「{Current.Name}」安排岗位。";
        return RedirectToPage(new { Unit = Current.Id, Role, Ended });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (reach.Find(Unit) is not { } current)
            return false;
        Current = current;
        List = await queries.OfUnitAsync(current.Id, Role, Ended, After, Before, cancellationToken);
        return true;
    }

    /// <summary>A new post.</summary>
    public sealed class AddForm
    {
        [Display(Name = "账号")]
        [Required(ErrorMessage = "请填写账号。")]
        [StringLength(50, ErrorMessage = "账号不超过 50 个字。")]
        public string Account { get; set; } = "";

        [Display(Name = "角色")]
        [Required(ErrorMessage = "请选择角色。")]
        public long? RoleId { get; set; }

        [Display(Name = "开始日期")]
        public DateOnly? From { get; set; }

        [Display(Name = "结束日期")]
        public DateOnly? To { get; set; }
    }
}
