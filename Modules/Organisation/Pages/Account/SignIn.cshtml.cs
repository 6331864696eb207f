using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Organisation.SignIn;
using Portal.Web;

namespace Portal.Organisation.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInModel(SignInService signIn, DemoAccountQueries demos, IUnitTree tree) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    [Display(Name = "账号")]
    [Required(ErrorMessage = "请输入账号。")]
    [StringLength(50, ErrorMessage = "账号不超过 50 个字。")]
    public string Account { get; set; } = "";

    [BindProperty]
    [Display(Name = "密码")]
    [Required(ErrorMessage = "请输入密码。")]
    [StringLength(200, ErrorMessage = "密码不超过 200 位。")]
    public string Password { get; set; } = "";

    /// <summary>Why the sign-in was refused.</summary>
    public string? Refusal { get; private set; }

    public IReadOnlyList<IGrouping<string, DemoAccount>> Demos { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated == true)
            return LocalRedirect(Target());
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            switch (await signIn.SignInAsync(Account, Password))
            {
                case SignInOutcome.SignedIn:
                    return LocalRedirect(Target());
                case SignInOutcome.MustChangePassword:
                    return RedirectToPage("Password", new { ReturnUrl });
                case SignInOutcome.Locked:
                    Refusal = "密码连续输错 5 次，账号已锁定。请 10 分钟后再试，或请管理员重置密码。";
                    break;
                default:
                    Refusal = "账号或密码不正确。请检查后重新输入；连续输错 5 次会锁定 10 分钟。";
                    break;
            }
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDemoAsync(string demo, CancellationToken cancellationToken) =>
        await demos.FindAsync(demo, cancellationToken) is { } personId && await signIn.SignInAsync(personId) ? LocalRedirect(Target()) : NotFound();

    private string Target() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "~/";

    // Grouped by what stands directly below the root: the university, the provinces.
    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Demos = [.. (await demos.ListAsync(cancellationToken)).GroupBy(GroupOf)];

    private string GroupOf(DemoAccount account) =>
        account.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var top, ..]
            ? tree.Find(long.Parse(top, System.Globalization.CultureInfo.InvariantCulture))?.Name ?? account.Unit
            : account.Unit;
}
