using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Oversight;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Oversight;

/// <summary>跨省业务统计: completion, overdue steps and working days, by province for the ministry and by school for bureaus.</summary>
[RequirePermission(Permissions.Supervise)]
internal sealed class IndexModel(StatisticsQueries statistics, StepTimeQueries steps, OversightExportService export, LocalTime time) : PageModel
{
    /// <summary>Rows of the table; the workbook has all.</summary>
    public const int Shown = 200;

    [BindProperty(SupportsGet = true)]
    public StatisticsFilter Filter { get; set; } = new();

    public IReadOnlyList<PlaceCount> Places { get; private set; } = [];

    public PlaceCount Total => PlaceCount.Total(Places);

    public IReadOnlyList<StepTime> Steps { get; private set; } = [];

    public DateOnly StepsFrom { get; private set; }

    public bool IsNation => statistics.IsNation;

    public string PlaceWord => IsNation ? "省份" : "学校";

    public string InWord => Filter.Kind == ApplicationKind.Transfer ? "转入" : "招生";

    public string OutWord => Filter.Kind == ApplicationKind.Transfer ? "转出" : "毕业";

    public Chart OverdueChart => OversightCharts.Overdue(Places, PlaceWord, InWord, OutWord);

    public Chart StepChart => OversightCharts.Steps(Steps);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = Filter.On(time.Today);
        if (Filter.Problem is not null)
        {
            Response.StatusCode = 422;
            return;
        }

        Places = await statistics.ListAsync(Filter, cancellationToken);
        StepsFrom = steps.FirstDay(Filter);
        Steps = await steps.ListAsync(Filter, cancellationToken);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        Filter = Filter.On(time.Today);
        return Filter.Problem is null ? await export.StatisticsAsync(Filter, cancellationToken) : RedirectToPage(Filter.Route());
    }

    /// <summary>The applications behind a number; null for the total.</summary>
    public string? ListUrl(PlaceCount place, string? side) => Link("/Query/Index", place, side);

    /// <summary>The overdue steps behind a number; null for the total.</summary>
    public string? OverdueUrl(PlaceCount place, string side) => Link("/Oversight/Overdue", place, side);

    private string? Link(string page, PlaceCount place, string? side) =>
        place.Id == 0 ? null : Url.Page(page, Filter.Route((IsNation ? "province" : "school", $"{place.Id}"), ("side", side)));
}
