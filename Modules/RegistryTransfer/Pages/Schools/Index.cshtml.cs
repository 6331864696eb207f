using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Pages.Schools;

/// <summary>学校 of the post's region.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class IndexModel(SchoolQueries schools, BureauListQueries bureaus, IUnitContext context) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public SchoolFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    public KeysetPage<SchoolRow> List { get; private set; } = KeysetPage.Empty<SchoolRow>();

    /// <summary>The bureau of the post; schools are made below it.</summary>
    public BureauRow? Bureau { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Bureau = await bureaus.FindAsync(context.UnitId, cancellationToken);
        List = await schools.ListAsync(Filter, After, Before, cancellationToken);
    }
}
