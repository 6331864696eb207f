namespace Portal.InternationalExchange.Pages.Dossier;

/// <summary>我的档案 / My file: what students and teachers from abroad see of the portal.</summary>
[RequireSignedIn]
internal sealed class IndexModel(MyFileQueries files) : PageModel
{
    public MyFile? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!files.MayOpen)
            return Forbid();
        Own = await files.FindAsync(cancellationToken);
        return Page();
    }
}
