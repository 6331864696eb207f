using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Organisation.SignIn;
using Portal.Web;

namespace Portal.Organisation.Pages.Account;

[RequireSignedIn]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class PasswordModel(SignInService signIn, IUnitContext context) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    [Display(Name = "原密码")]
    [Required(ErrorMessage = "请输入原密码。")]
    public string Current { get; set; } = "";

    [BindProperty]
    [Display(Name = "新密码")]
    [Required(ErrorMessage = "请输入新密码。")]
    public string Next { get; set; } = "";

    [BindProperty]
    [Display(Name = "再输一遍新密码")]
    [Compare(nameof(Next), ErrorMessage = "两次输入的新密码不一样。")]
    public string? Repeated { get; set; }

    public bool IsForced => User.FindFirst(AccountClaims.MustChangePassword) is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (context.Person is not { } person)
            return NotFound();
        if (ModelState.IsValid && await signIn.ChangePasswordAsync(person.Id, Current, Next, User.FindFirst(PortalClaims.Post)) is { } problem)
            ModelState.AddModelError("", problem);
        if (!ModelState.IsValid)
            return Page();
        TempData["Success"] = "密码已修改。其他设备上的登录会在一分钟内失效。";
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "~/");
    }
}
