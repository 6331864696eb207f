using Portal.Toolkit.Components;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>国际交流统计: trips, agreements, students, overdue rates, plans against summaries. Counts only, no personal data.</summary>
[RequireSignedIn]
internal sealed class IndexModel(StatisticsQueries statistics, StatisticsExportService export, LocalTime local) : PageModel
{
    private const int Past = 9;

    [FromQuery(Name = "year")]
    public int? Year { get; set; }

    public ExchangeStatistics Figures { get; private set; } = null!;

    public IReadOnlyList<int> YearsOffered => [.. Enumerable.Range(0, Past + 1).Select(ago => local.Today.Year - ago)];

    public Chart TripChart => StatisticsCharts.TripYears(Figures.Trips);

    public Chart CountryChart => StatisticsCharts.TripCountries(Figures.Trips);

    public Chart AgreementChart => StatisticsCharts.Agreements(Figures.Agreements);

    public Chart StudentChart => StatisticsCharts.Students(Figures.Students);

    public Chart DueChart => StatisticsCharts.Dues(Figures.Dues);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => AnswerAsync(_ => Task.FromResult<IActionResult>(Page()), cancellationToken);

    public Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken) => AnswerAsync(figures => export.FileAsync(figures, cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync(Func<ExchangeStatistics, Task<IActionResult>> answer, CancellationToken cancellationToken)
    {
        Year = Year is { } year && YearsOffered.Contains(year) ? year : local.Today.Year;
        if (await statistics.ReadAsync(Year.Value, cancellationToken) is not { } figures)
            return Forbid();
        Figures = figures;
        return await answer(figures);
    }
}
