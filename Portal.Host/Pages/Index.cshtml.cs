using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Navigation;
using Portal.Security;
using Portal.Toolkit.Components;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Host.Pages;

[RequireSignedIn]
internal sealed class IndexModel(INavigationManager navigation, IUnitContext context, ReviewTodoQueries todos, NoticeQueries notices) : PageModel
{
    public IUnitContext Context { get; } = context;

    public IReadOnlyList<MenuItem> Menu { get; private set; } = [];

    /// <summary>待办 and 消息, for those who have either.</summary>
    public CounterCards? Counters { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Menu = await navigation.BuildMenuAsync("main", cancellationToken);
        var waiting = await todos.CountAsync(null, cancellationToken);
        var unread = await notices.CountUnreadAsync(cancellationToken);
        var cards = new List<CounterCard>();
        if (todos.Routes().Count > 0)
            cards.Add(Card("我的待办", $"{waiting.Total:N0}", "项", "/Todos/Index", waiting.Total > 0 ? StateKind.Mine : null));
        if (waiting.Overdue > 0)
            cards.Add(Card("超期待办", $"{waiting.Overdue:N0}", "项", "/Todos/Index", StateKind.Overdue, "overdue"));
        if (unread > 0 || cards.Count > 0)
            cards.Add(Card("未读消息", unread < NoticeQueries.CountLimit ? $"{unread}" : $"{NoticeQueries.CountLimit}+", "条", "/Notices/Index", unread > 0 ? StateKind.Mine : null));
        Counters = cards.Count > 0 ? new() { Cards = cards } : null;
    }

    /// <summary>The pages of a group, those of its subgroups too.</summary>
    public static IEnumerable<MenuItem> Entries(MenuItem group) =>
        group.Items.SelectMany(item => item.Items.Count > 0 ? Entries(item) : item.Url is not null ? [item] : Enumerable.Empty<MenuItem>());

    private CounterCard Card(string label, string value, string unit, string page, StateKind? kind, string? show = null) =>
        new() { Label = label, Value = value, Unit = unit, Url = Url.Page(page, new { area = "Workbench", show }), Kind = kind };
}
