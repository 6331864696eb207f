using Portal.Organisation.SignIn;

namespace Portal.Organisation.Pages.Account;

[RequireSignedIn]
internal sealed class SignOutModel(SignInService signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await signIn.SignOutAsync(cancellationToken);
        return RedirectToPage("SignIn");
    }
}
