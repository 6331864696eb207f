using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Pages.Bureaus;

/// <summary>教育局 of the post's region.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class IndexModel(BureauListQueries bureaus, IUnitContext context, ScopeService scope) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    public KeysetPage<BureauRow> List { get; private set; } = KeysetPage.Empty<BureauRow>();

    public BureauRow? Own { get; private set; }

    public bool IsNation => scope.IsNation;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Own = await bureaus.FindAsync(context.UnitId, cancellationToken);
        List = await bureaus.ListAsync(Text, After, Before, cancellationToken);
    }
}
