using Portal.Toolkit.Components;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>在外学生跟踪: last check-in, who is late, how to reach them.</summary>
[RequireSignedIn]
internal sealed class TrackingModel(TrackingQueries tracking, TrackingExportService export) : PageModel
{
    private static readonly (string? Key, string Label, StateKind Kind, Func<TrackedStudent, bool> Is)[] _filters =
    [
        (null, "在外", StateKind.Mine, _ => true),
        ("unsafe", "报告不平安", StateKind.Failed, student => student.IsUnsafe),
        ("late", "逾期未签到", StateKind.Overdue, student => student.IsLate),
        ("overstay", "应返未返", StateKind.SourceFault, student => student.IsOverstaying),
    ];

    [FromQuery(Name = "show")]
    public string? Show { get; set; }

    public IReadOnlyList<TrackedStudent> Students { get; private set; } = [];

    public CounterCards Counters { get; private set; } = new() { Cards = [] };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!tracking.MayTrack)
            return Forbid();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        if (!tracking.MayTrack)
            return Forbid();
        await LoadAsync(cancellationToken);
        return await export.FileAsync(Students, cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var all = await tracking.ListAsync(cancellationToken);
        var chosen = _filters.FirstOrDefault(filter => filter.Key == Show, _filters[0]);
        Students = [.. all.Where(chosen.Is)];
        Counters = new()
        {
            Cards =
            [
                .. _filters.Select(filter => new CounterCard
                {
                    Label = filter.Label,
                    Value = $"{all.Count(filter.Is):N0}",
                    Unit = "人",
                    Kind = filter.Key is null || all.Any(filter.Is) ? filter.Kind : null,
                    Url = Url.Page("/Outbound/Tracking", filter.Key is null ? null : new { show = filter.Key }),
                    IsActive = filter.Key == chosen.Key,
                }),
            ],
        };
    }
}
