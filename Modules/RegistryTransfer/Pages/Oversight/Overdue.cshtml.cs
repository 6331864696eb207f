using System.Globalization;
using Portal.RegistryTransfer.Oversight;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Oversight;

/// <summary>超期清单: what is out of time, who is awaited, and 催办.</summary>
[RequirePermission(Permissions.Supervise)]
internal sealed class OverdueModel(OverdueQueries overdue, OversightExportService export, IWorkCalendar calendar, IUnitContext context, LocalTime time, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public OverdueFilter Filter { get; set; } = new();

    /// <summary>Due time in ticks and application of the last row of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    public KeysetPage<OverdueRow> List { get; private set; } = KeysetPage.Empty<OverdueRow>();

    public CounterCards? Counters { get; private set; }

    public WorkDays Calendar { get; private set; } = null!;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (due, id) = Parse(After);
        Calendar = await calendar.GetAsync(cancellationToken);
        List = KeysetPage.Of(await overdue.ListAsync(Filter, due, id, KeysetPage.Take, cancellationToken), due is not null, backwards: false);
        Counters = Cards(await overdue.CountAsync(cancellationToken));
    }

    public Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken) => export.OverdueAsync(Filter, cancellationToken);

    public bool IsUrgedToday(OverdueRow row) => row.UrgedAt is { } urged && DateOnly.FromDateTime(time.ToLocal(urged)) == time.Today;

    public bool MayUrge(OverdueRow row) => row.WaitingUnitId != context.UnitId && !IsUrgedToday(row);

    public StateBadge Badge(OverdueRow row) => new() { Kind = row.IsEscalated(Calendar, Now) ? StateKind.Failed : StateKind.Overdue, Text = row.LevelText(Calendar, Now) };

    public static string KeyOf(OverdueRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.DueAt.Ticks}-{row.Id}");

    private static (DateTime? Due, long Id) Parse(string? key) =>
        key?.Split('-') is [var ticks, var id] && long.TryParse(ticks, out var due) && long.TryParse(id, out var application) && due is > 0 && due < DateTime.MaxValue.Ticks
            ? (new DateTime(due, DateTimeKind.Utc), application)
            : (null, 0);

    private CounterCards Cards((long Overdue, long Escalated) counts) => new()
    {
        Cards =
        [
            new() { Label = "超期", Value = $"{counts.Overdue:N0}", Unit = "笔", Kind = counts.Overdue > 0 ? StateKind.Overdue : null, Url = Url.Page("/Oversight/Overdue"), IsActive = Filter.Route().Count == 0 },
            new()
            {
                Label = "超过两倍时限，上级督办", Value = $"{counts.Escalated:N0}", Unit = "笔", Kind = counts.Escalated > 0 ? StateKind.Failed : null,
                Url = Url.Page("/Oversight/Overdue", new { escalated = true }), IsActive = Filter.EscalatedOnly && Filter.Route().Count == 1,
            },
        ],
    };
}
