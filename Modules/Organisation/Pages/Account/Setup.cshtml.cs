using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Organisation.SignIn;
using Portal.Web;

namespace Portal.Organisation.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SetupModel(SetupCommands setup) : PageModel
{
    [BindProperty]
    [Display(Name = "设置口令")]
    [Required(ErrorMessage = "请输入设置口令。")]
    public string Token { get; set; } = "";

    [BindProperty]
    [Display(Name = "学校名称")]
    [Required(ErrorMessage = "请输入学校名称。")]
    [StringLength(100, ErrorMessage = "学校名称不超过 100 个字。")]
    public string University { get; set; } = "";

    [BindProperty]
    [Display(Name = "管理员账号")]
    [Required(ErrorMessage = "请输入管理员账号。")]
    [StringLength(50, ErrorMessage = "账号不超过 50 个字。")]
    public string Account { get; set; } = "";

    [BindProperty]
    [Display(Name = "管理员姓名")]
    [Required(ErrorMessage = "请输入管理员姓名。")]
    [StringLength(100, ErrorMessage = "姓名不超过 100 个字。")]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "密码")]
    [Required(ErrorMessage = "请输入密码。")]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await setup.IsOpenAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await setup.IsOpenAsync(cancellationToken))
            return NotFound();
        if (Password.Length > 0 && PasswordRules.FindProblem(Account, Password) is { } problem)
            ModelState.AddModelError(nameof(Password), problem);
        if (!ModelState.IsValid)
            return Page();
        if (!await setup.RunAsync(Token.Trim(), University.Trim(), Account.Trim(), Name.Trim(), Password, cancellationToken))
        {
            ModelState.AddModelError(nameof(Token), "设置口令不对，或已经用过。请查看启动日志里最新的口令。");
            return Page();
        }

        TempData["Success"] = "学校和管理员已建立，请登录。";
        return RedirectToPage("SignIn");
    }
}
