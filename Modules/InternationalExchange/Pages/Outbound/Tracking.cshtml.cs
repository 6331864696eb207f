using Portal.Toolkit.Components;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>在外学生跟踪: last check-in, who is late, how to reach them.</summary>
[RequireSignedIn]
internal sealed class TrackingModel(TrackingQueries tracking, ContactReadService contacts, TrackingExportService export) : PageModel
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

    /// <summary>Whether telephones and addresses can be asked for and are not shown yet.</summary>
    public bool MayShowContacts { get; private set; }

    public CounterCards Counters { get; private set; } = new() { Cards = [] };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!tracking.MayTrack)
            return Forbid();
        Load(await tracking.ListAsync(withContacts: false, cancellationToken));
        MayShowContacts = Students.Any(student => student.MaySeeContacts && student.Contacts.Count > 0);
        return Page();
    }

    public async Task<IActionResult> OnPostContactsAsync(CancellationToken cancellationToken)
    {
        if (!tracking.MayTrack)
            return Forbid();
        Load(await contacts.ReadAsync(Chosen.Is, cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        if (!tracking.MayTrack)
            return Forbid();
        Load(await tracking.ListAsync(withContacts: false, cancellationToken));
        return await export.FileAsync(Students, cancellationToken);
    }

    private (string? Key, string Label, StateKind Kind, Func<TrackedStudent, bool> Is) Chosen => _filters.FirstOrDefault(filter => filter.Key == Show, _filters[0]);

    private void Load(IReadOnlyList<TrackedStudent> all)
    {
        Students = [.. all.Where(Chosen.Is)];
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
                    IsActive = filter.Key == Chosen.Key,
                }),
            ],
        };
    }
}
