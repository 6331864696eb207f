namespace Portal.Organisation.Pages.People;

[RequirePermission(Permissions.ManagePeople)]
internal sealed class IndexModel(PersonQueries queries) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public bool IsLocked(PersonRow row) => queries.IsLocked(row);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await queries.SearchAsync(Text?.Trim() ?? "", After ?? "", cancellationToken);
        Rows = [.. rows.Take(PersonQueries.PageSize)];
        HasNext = rows.Count > PersonQueries.PageSize;
    }
}
