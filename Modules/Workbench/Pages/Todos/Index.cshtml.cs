using Portal.Toolkit.Components;
using Portal.Toolkit.Reviews;

namespace Portal.Workbench.Pages.Todos;

/// <summary>我的待办: what waits for the unit of the current post, overdue first; for supervisors also what is late twice over below it.</summary>
[RequireSignedIn]
internal sealed class IndexModel(ReviewTodoQueries todos) : PageModel
{
    public const string Overdue = "overdue";
    public const string Escalated = "escalated";

    /// <summary>Empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Key of a route.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Route { get; set; }

    /// <summary>Due time, in ticks, and id of the last row of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    public IReadOnlyList<ReviewRoute> Routes { get; } = todos.Routes();

    public ReviewTodoCount Count { get; private set; } = new(0, 0);

    public bool MaySupervise { get; } = todos.Supervised().Count > 0;

    public IReadOnlyList<ReviewTodo> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var route = Routes.Any(known => known.Key == Route) ? Route : null;
        var filter = new ReviewTodoFilter
        {
            RouteKey = route,
            OverdueOnly = Show == Overdue,
            After = Due is > 0 and < 3_000_000_000_000_000_000 && Id is { } id ? new(new DateTime(Due.Value, DateTimeKind.Utc), id) : null,
            Take = KeysetPage.Take,
        };
        Count = await todos.CountAsync(route, cancellationToken);
        var found = Show == Escalated ? await todos.ListEscalatedAsync(filter, cancellationToken) : await todos.ListAsync(filter, cancellationToken);
        (Rows, HasNext) = ([.. found.Take(KeysetPage.Size)], found.Count > KeysetPage.Size);
    }

    public CounterCards Counters()
    {
        var cards = new List<CounterCard> { Card("待办", Count.Total, null, null), Card("其中超期", Count.Overdue, Overdue, Count.Overdue > 0 ? StateKind.Overdue : null) };
        if (MaySupervise)
            cards.Add(new() { Label = "督办清单", Value = "查看", Url = Link(Escalated), IsActive = Show == Escalated });
        return new() { Cards = cards };
    }

    public string? NextUrl() => HasNext ? Url.Page("Index", new { Show, Route, due = Rows[^1].Review.DueAt!.Value.Ticks, id = Rows[^1].Review.Id }) : null;

    public string? FirstUrl() => Id is null ? null : Link(Show);

    public static string Remaining(ReviewTodo row) => row switch
    {
        { IsOverdue: true, RemainingWorkingDays: < 0 } => $"超期 {-row.RemainingWorkingDays} 个工作日",
        { IsOverdue: true } => "超期",
        { RemainingWorkingDays: 0 } => "今天到期",
        _ => $"还剩 {row.RemainingWorkingDays} 个工作日",
    };

    /// <summary>Orange when overdue, amber on the last days.</summary>
    public static StateKind KindOf(ReviewTodo row) => row switch
    {
        { IsOverdue: true } => StateKind.Overdue,
        { RemainingWorkingDays: <= 2 } => StateKind.SourceFault,
        _ => StateKind.Mine,
    };

    private CounterCard Card(string label, int count, string? show, StateKind? kind) =>
        new() { Label = label, Value = $"{count:N0}", Unit = "项", Url = Link(show), IsActive = (Show ?? "") == (show ?? ""), Kind = kind };

    private string? Link(string? show) => Url.Page("Index", new { show, Route, due = (long?)null, id = (long?)null });
}
