using Portal.Navigation;
using Portal.Toolkit.Components;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Records.Dues;
using Portal.Toolkit.Reviews;

namespace Portal.Workbench.Pages;

/// <summary>首页: what waits for the current post, what falls due, what it has not read, and everything it may open.</summary>
[RequireSignedIn]
internal sealed class IndexModel(
    INavigationManager navigation, IUnitContext context, ReviewTodoQueries todos, RecordDueQueries dues, NoticeQueries notices, HomeCounterService counters, LocalTime local) : PageModel
{
    private const int Most = 6;
    private const int DaysAhead = 60;

    public IUnitContext Context { get; } = context;

    /// <summary>The groups of the menu; what this page lists itself is left out.</summary>
    public IReadOnlyList<MenuItem> Menu { get; private set; } = [];

    public bool MayReview { get; } = todos.Routes().Count > 0;

    public ReviewTodoCount Waiting { get; private set; } = new(0, 0);

    /// <summary>The first to fall due.</summary>
    public IReadOnlyList<ReviewTodo> Todos { get; private set; } = [];

    /// <summary>What is late or falls due in the next weeks.</summary>
    public IReadOnlyList<RecordDueItem> Dues { get; private set; } = [];

    /// <summary>The newest unread ones.</summary>
    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    public CounterCards? Counters { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await todos.CountAsync(null, cancellationToken);
        if (Waiting.Total > 0)
            Todos = await todos.ListAsync(new() { Take = Most }, cancellationToken);
        Dues = await dues.ListAsync(new RecordDueFilter { To = local.Today.AddDays(DaysAhead), Take = Most }, cancellationToken);
        var unread = await notices.CountUnreadAsync(cancellationToken);
        if (unread > 0)
            Notices = await notices.ListAsync(unreadOnly: true, before: null, Most, cancellationToken);
        CounterCard[] cards = [.. Own(unread), .. (await counters.FindAsync(cancellationToken)).Select(card => card with { Url = card.Url is null ? null : Url.Content($"~{card.Url}") })];
        Counters = cards.Length > 0 ? new() { Cards = cards } : null;
        string?[] listed = [Url.Page("/Todos/Index"), Url.Page("/Dues/Index"), Url.Page("/Notices/Index")];
        Menu =
        [
            .. (await navigation.BuildMenuAsync("main", cancellationToken))
                .Select(group => group with { Items = [.. group.Items.Where(item => !listed.Contains(item.Url))] })
                .Where(group => group.Items.Count > 0),
        ];
    }

    private IEnumerable<CounterCard> Own(int unread)
    {
        if (MayReview)
            yield return Card("我的待办", $"{Waiting.Total:N0}", "项", "/Todos/Index", Waiting.Total > 0 ? StateKind.Mine : null);
        if (Waiting.Overdue > 0)
            yield return Card("超期待办", $"{Waiting.Overdue:N0}", "项", "/Todos/Index", StateKind.Overdue, "overdue");
        if (unread > 0 || MayReview)
            yield return Card("未读消息", unread < NoticeQueries.CountLimit ? $"{unread}" : $"{NoticeQueries.CountLimit}+", "条", "/Notices/Index", unread > 0 ? StateKind.Mine : null);
    }

    private CounterCard Card(string label, string value, string unit, string page, StateKind? kind, string? show = null) =>
        new() { Label = label, Value = value, Unit = unit, Url = Url.Page(page, new { show }), Kind = kind };
}
