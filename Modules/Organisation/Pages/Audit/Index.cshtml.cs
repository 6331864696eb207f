namespace Portal.Organisation.Pages.Audit;

[RequirePermission(Permissions.ViewAudit)]
internal sealed class IndexModel(AuditQueries queries, IModuleCatalog modules, IUnitTree tree, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Module { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "do")]
    public string? Action { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public KeysetPage<AuditRow> List { get; private set; } = KeysetPage.Empty<AuditRow>();

    public IEnumerable<ModuleDescriptor> Modules => modules.Modules.Where(module => !module.IsTheme);

    public string ModuleName(string id) => modules.Find(id)?.Name ?? id;

    public string UnitName(long? id) => id is { } known ? tree.Find(known)?.Name ?? "" : "";

    public string At(DateTime utc) => time.Text(utc);

    public string? Link(long? before, long? after) => Url.Page("Index", new { Module, Person, @do = Action, Subject, from = $"{From:yyyy-MM-dd}", to = $"{To:yyyy-MM-dd}", before, after });

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await queries.ListAsync(
            new AuditFilter
            {
                Module = Given(Module),
                Person = Given(Person),
                Action = Given(Action),
                Subject = Given(Subject),
                Since = From is { } from ? time.ToUtc(from.ToDateTime(TimeOnly.MinValue)) : null,
                Until = To is { } to ? time.ToUtc(to.ToDateTime(TimeOnly.MaxValue)) : null,
                Before = Before,
                After = After,
            },
            cancellationToken);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
