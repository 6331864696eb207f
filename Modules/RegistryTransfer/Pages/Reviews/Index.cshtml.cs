using System.Globalization;
using Portal.RegistryTransfer.Pages.Query;
using Portal.Toolkit.Calendar;

namespace Portal.RegistryTransfer.Pages.Reviews;

/// <summary>核办: choose one of what waits for this unit.</summary>
[RequirePermission(Permissions.Query)]
internal sealed class IndexModel(ReviewListQueries list, IWorkCalendar calendar, IUnitContext context, TimeProvider clock) : FlowPageModel
{
    /// <summary>Due time in ticks and review of the last row of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    public KeysetPage<ApplicationRow> List { get; private set; } = KeysetPage.Empty<ApplicationRow>();

    public WorkDays Calendar { get; private set; } = null!;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public long UnitId => context.UnitId;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (due, id) = Parse(After);
        Calendar = await calendar.GetAsync(cancellationToken);
        List = KeysetPage.Of(await list.ListAsync(Kind, due, id, KeysetPage.Take, cancellationToken), due is not null, backwards: false);
    }

    /// <summary>One record is chosen and 核办 is pressed.</summary>
    public IActionResult OnGetOpen(long? id)
    {
        if (id is not null)
            return RedirectToPage("/Reviews/Details", new { kind = KindSlug, id });
        TempData["Warning"] = "请先选择一条记录，再点“核办”。";
        return RedirectToPage("/Reviews/Index", new { kind = KindSlug });
    }

    public static string KeyOf(ApplicationRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.DueAt?.Ticks}-{row.ReviewId}");

    private static (DateTime? Due, long Id) Parse(string? key) =>
        key?.Split('-') is [var ticks, var id] && long.TryParse(ticks, out var time) && long.TryParse(id, out var review) && time < DateTime.MaxValue.Ticks
            ? (new DateTime(time, DateTimeKind.Utc), review)
            : (null, 0);
}
