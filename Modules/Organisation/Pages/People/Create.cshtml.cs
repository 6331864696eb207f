using System.ComponentModel.DataAnnotations;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.People;

[RequirePermission(Permissions.ManagePeople)]
[RequirePermission(Permissions.ManagePosts)]
internal sealed class CreateModel(PersonCommands commands, ReachService reach, RoleLimitService limits, IUnitTree tree) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Unit { get; set; }

    [BindProperty]
    [Display(Name = "账号")]
    [Required(ErrorMessage = "请填写账号。")]
    [StringLength(50, ErrorMessage = "账号不超过 50 个字。")]
    public string Account { get; set; } = "";

    [BindProperty]
    [Display(Name = "姓名")]
    [Required(ErrorMessage = "请填写姓名。")]
    [StringLength(100, ErrorMessage = "姓名不超过 100 个字。")]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "角色")]
    [Required(ErrorMessage = "请选择角色。")]
    public long? RoleId { get; set; }

    public Unit Current { get; private set; } = null!;

    public IReadOnlyList<Unit> Children => tree.ChildrenOf(Current.Id);

    public IReadOnlyList<KeyValuePair<long, string>> Roles => limits.Givable();

    /// <summary>Set after the person was created: shown once and kept nowhere.</summary>
    public string? InitialPassword { get; private set; }

    public long CreatedId { get; private set; }

    public IActionResult OnGet() => Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Load())
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            (CreatedId, InitialPassword) = await commands.CreateAsync(Account.Trim(), Name.Trim(), RoleId!.Value, Current, cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(nameof(Account), refused.Message);
        }

        return Page();
    }

    private bool Load()
    {
        if (reach.Find(Unit) is not { } current)
            return false;
        Current = current;
        return true;
    }
}
