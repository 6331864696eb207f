using Portal.Toolkit.Calendar;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>查询: where an application stands, at any time of its flow.</summary>
[RequirePermission(Permissions.Query)]
internal sealed class IndexModel(
    ApplicationQueries applications, QueryReachService reaches, QueryExportService export, IWorkCalendar calendar, IUnitContext context, TimeProvider clock) : FlowPageModel
{
    [BindProperty(SupportsGet = true)]
    public QueryFilter Filter { get; set; } = new();

    [FromForm(Name = "sought")]
    public string? Sought { get; set; }

    [FromQuery(Name = "after")]
    public long? After { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public KeysetPage<ApplicationRow> List { get; private set; } = KeysetPage.Empty<ApplicationRow>();

    public IReadOnlyList<(long Id, string Name)> Provinces { get; private set; } = [];

    public CounterCards? Counters { get; private set; }

    public WorkDays Calendar { get; private set; } = null!;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public long UnitId => context.UnitId;

    /// <summary>A post at the root has no side of its own.</summary>
    public bool HasSides => !reaches.IsNation;

    public bool MayApply => context.Has(Permissions.Apply);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <summary>按姓名或编号查找: who is sought comes in the body of the request, never in an address.</summary>
    public async Task OnPostFindAsync(CancellationToken cancellationToken)
    {
        Filter = new QueryFilter { Sought = Sought };
        await LoadAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostExportAsync(bool csv, CancellationToken cancellationToken) => export.FileAsync(Kind, Filter with { Sought = Sought }, csv, cancellationToken);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var reach = reaches.Find();
        Calendar = await calendar.GetAsync(cancellationToken);
        List = await applications.ListAsync(Kind, Filter, reach, After, Before, cancellationToken);
        if (reaches.IsNation)
            List = List with { Rows = [.. List.Rows.Select(row => row.Masked())] };
        Provinces = await applications.ListProvincesAsync(cancellationToken);
        Counters = Cards(await applications.CountAsync(Kind, reach, cancellationToken));
    }

    private CounterCards Cards((int Open, int Overdue) counts) => new()
    {
        Cards =
        [
            new() { Label = "办理中", Value = $"{counts.Open:N0}", Unit = "笔", Url = Url.Page("/Query/Index", new { kind = KindSlug, open = true }), IsActive = Filter.OpenOnly && Filter.Route().Count == 1 },
            new()
            {
                Label = "超期", Value = $"{counts.Overdue:N0}", Unit = "笔", Kind = counts.Overdue > 0 ? StateKind.Overdue : null,
                Url = Url.Page("/Query/Index", new { kind = KindSlug, overdue = true }), IsActive = Filter.OverdueOnly && Filter.Route().Count == 1,
            },
        ],
    };
}
