using System.ComponentModel.DataAnnotations;

namespace Portal.Organisation.Pages.People;

[RequirePermission(Permissions.ManagePeople)]
internal sealed class EditModel(PersonQueries queries, PersonCommands commands) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

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

    public PersonRow Row { get; private set; } = null!;

    /// <summary>Set when somebody else changed the person while the form was open.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        (Version, Account, Name) = (Row.Version, Row.Account, Row.Name);
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
            await commands.EditAsync(Row, Version, Account.Trim(), Name.Trim(), cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(nameof(Account), refused.Message);
            return Page();
        }
        catch (StaleException)
        {
            IsStale = true;
            ModelState.Remove(nameof(Version));
            Version = Row.Version;
            return Page();
        }

        TempData["Success"] = $"{Name.Trim()} 的资料已保存。";
        return RedirectToPage("Details", new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } row || !await queries.MayManageAsync(Id, cancellationToken))
            return false;
        Row = row;
        return true;
    }
}
