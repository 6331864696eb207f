using Portal.Organisation.SignIn;

namespace Portal.Organisation.Pages.Account;

[RequireSignedIn]
internal sealed class SwitchPostModel(SignInService signIn, IUnitContext context) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public long PostId { get; set; }

    public IReadOnlyList<Post> Posts => context.Posts;

    public long? CurrentId => context.Post?.Id;

    public async Task<IActionResult> OnPostAsync()
    {
        if (context.Person is not { } person || context.Posts.FirstOrDefault(post => post.Id == PostId) is not { } chosen)
            return NotFound();
        await signIn.SwitchPostAsync(person.Id, chosen.Id);
        TempData["Success"] = $"现在以「{chosen.UnitName} · {chosen.RoleName}」工作。";
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "~/");
    }
}
