using System.Globalization;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records.Dues;

namespace Portal.Workbench.Pages.Dues;

/// <summary>我的到期: what is owed by a date, as a list or as the calendar of a month.</summary>
[RequireSignedIn]
internal sealed class IndexModel(RecordDueQueries dues, IUnitTree units, LocalTime local) : PageModel
{
    public const string Late = "late";
    public const string Soon = "soon";
    public const string Month = "calendar";
    private const int MostInMonth = 500;

    /// <summary>late, soon, calendar; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Everything the post may read instead of its own.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Month of the calendar, <c>2026-03</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthText { get; set; }

    /// <summary>Ticks, record and key of the last row of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public RecordDueCount Count { get; private set; } = new(0, 0, 0);

    public IReadOnlyList<RecordDueItem> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public DateOnly FirstDay { get; private set; }

    public ILookup<DateOnly, RecordDueItem> ByDay => Rows.ToLookup(row => row.Day);

    public DateOnly Today => local.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Count = await dues.CountAsync(All, cancellationToken);
        FirstDay = DateOnly.TryParseExact($"{MonthText}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 2000 and <= 2100
            ? first
            : new(Today.Year, Today.Month, 1);
        var filter = new RecordDueFilter { All = All, After = ParseAfter() };
        var found = await dues.ListAsync(
            Show switch
            {
                Month => filter with { After = null, From = FirstDay, To = FirstDay.AddMonths(1).AddDays(-1), Take = MostInMonth },
                Late => filter with { To = Today.AddDays(-1) },
                Soon => filter with { From = Today, To = Today.AddDays(30) },
                _ => filter,
            },
            cancellationToken);
        (Rows, HasNext) = Show == Month ? (found, false) : ([.. found.Take(KeysetPage.Size)], found.Count > KeysetPage.Size);
    }

    public CounterCards Counters() => new()
    {
        Cards =
        [
            Card("全部", Count.Total, null, null),
            Card("已超期", Count.Late, Late, Count.Late > 0 ? StateKind.Overdue : null),
            Card("30 天内到期", Count.Soon, Soon, Count.Soon > 0 ? StateKind.SourceFault : null),
        ],
    };

    public string? NextUrl() => HasNext && Rows[^1] is var last ? Url.Page("Index", new { Show, All, after = $"{last.DueAt.Ticks}.{last.RecordId}.{last.Key}" }) : null;

    public string? Link(string? show, bool all) => Url.Page("Index", new { show, all = all ? "true" : null, month = (string?)null, after = (string?)null });

    public string? MonthUrl(int months) => Url.Page("Index", new { show = Month, All, month = FirstDay.AddMonths(months).ToString("yyyy-MM", CultureInfo.InvariantCulture), after = (string?)null });

    public string UnitName(RecordDueItem row) => units.Find(row.UnitId)?.Name ?? "";

    /// <summary>Class of the badge: red when late, amber within a week, blue within a month.</summary>
    public static StateKind KindOf(RecordDueItem row) => row switch
    {
        { IsLate: true } => StateKind.Overdue,
        { DaysLeft: <= 7 } => StateKind.SourceFault,
        { DaysLeft: <= 30 } => StateKind.Mine,
        _ => StateKind.Pending,
    };

    public static string Remaining(RecordDueItem row) => row.IsLate
        ? row.DaysLeft < 0 ? $"超期 {-row.DaysLeft} 天" : "已超期"
        : row.DaysLeft == 0 ? "今天到期" : $"还有 {row.DaysLeft} 天";

    private CounterCard Card(string label, int count, string? show, StateKind? kind) =>
        new() { Label = label, Value = $"{count:N0}", Unit = "项", Url = Link(show, All), IsActive = (Show ?? "") == (show ?? ""), Kind = kind };

    private RecordDueKey? ParseAfter() =>
        After?.Split('.', 3) is [var ticks, var id, var key] && long.TryParse(ticks, out var at) && at is > 0 and < 3_000_000_000_000_000_000 && long.TryParse(id, out var recordId)
            ? new(new DateTime(at, DateTimeKind.Utc), recordId, key)
            : null;
}
