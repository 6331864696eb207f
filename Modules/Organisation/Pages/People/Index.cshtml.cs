namespace Portal.Organisation.Pages.People;

[RequirePermission(Permissions.ManagePeople)]
internal sealed class IndexModel(PersonQueries queries) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public KeysetPage<PersonRow> List { get; private set; } = KeysetPage.Empty<PersonRow>();

    public bool IsLocked(PersonRow row) => queries.IsLocked(row);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await queries.SearchAsync(Text?.Trim() ?? "", After, Before, cancellationToken);
}
