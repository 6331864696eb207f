using Portal.Toolkit.Components;
using Portal.Toolkit.Notices;

namespace Portal.Workbench.Pages.Notices;

/// <summary>消息 to the person and to the unit of its current post, the newest first.</summary>
[RequireSignedIn]
internal sealed class IndexModel(NoticeQueries notices, NoticeCommands commands, IModuleCatalog modules) : PageModel
{
    /// <summary>Only unread ones.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<NoticeRow> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public int UnreadCount { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        UnreadCount = await notices.CountUnreadAsync(cancellationToken);
        var found = await notices.ListAsync(Unread, Before, KeysetPage.Take, cancellationToken);
        (Rows, HasNext) = ([.. found.Take(KeysetPage.Size)], found.Count > KeysetPage.Size);
    }

    /// <summary>Reads one and goes where it leads.</summary>
    public async Task<IActionResult> OnPostOpenAsync(long id, CancellationToken cancellationToken)
    {
        if (await notices.FindAsync(id, cancellationToken) is not { } notice)
            return NotFound();
        await commands.MarkReadAsync([id], cancellationToken);
        var link = notice.Link.Length > 0 ? Url.Content($"~{notice.Link}") : "";
        return Url.IsLocalUrl(link) ? LocalRedirect(link) : RedirectToPage(new { Unread, Before });
    }

    public async Task<IActionResult> OnPostReadAllAsync(long upTo, CancellationToken cancellationToken)
    {
        var marked = await commands.MarkAllReadAsync(upTo, cancellationToken);
        TempData["Success"] = marked == 0 ? "没有未读消息。" : $"已把 {marked} 条消息标为已读。";
        return RedirectToPage();
    }

    public string ModuleName(string id) => modules.Find(id)?.Name ?? id;

    public CounterCards Counters() => new()
    {
        Cards =
        [
            new()
            {
                Label = "未读",
                Value = UnreadCount >= NoticeQueries.CountLimit ? $"{NoticeQueries.CountLimit}+" : $"{UnreadCount}",
                Unit = "条",
                Url = Url.Page("Index", new { unread = true, before = (long?)null }),
                IsActive = Unread,
                Kind = UnreadCount > 0 ? StateKind.Mine : null,
            },
            new() { Label = "全部消息", Value = "查看", Url = Url.Page("Index", new { unread = (bool?)null, before = (long?)null }), IsActive = !Unread },
        ],
    };
}
