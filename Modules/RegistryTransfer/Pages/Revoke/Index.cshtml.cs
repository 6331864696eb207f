using Portal.RegistryTransfer.Pages.Query;
using Portal.Toolkit.Calendar;

namespace Portal.RegistryTransfer.Pages.Revoke;

/// <summary>撤销: choose the wrong application.</summary>
[RequirePermission(Permissions.Revoke)]
internal sealed class IndexModel(RevocableQueries list, IWorkCalendar calendar, IUnitContext context, TimeProvider clock) : FlowPageModel
{
    [FromQuery(Name = "after")]
    public long? After { get; set; }

    public KeysetPage<ApplicationRow> List { get; private set; } = KeysetPage.Empty<ApplicationRow>();

    public WorkDays Calendar { get; private set; } = null!;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public long UnitId => context.UnitId;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Calendar = await calendar.GetAsync(cancellationToken);
        List = KeysetPage.Of(await list.ListAsync(Kind, After, KeysetPage.Take, cancellationToken), After is not null, backwards: false);
    }

    /// <summary>One application is chosen and 撤销 is pressed.</summary>
    public IActionResult OnGetOpen(long? id)
    {
        if (id is not null)
            return RedirectToPage("/Revoke/Confirm", new { kind = KindSlug, id });
        TempData["Warning"] = "请先选择需要撤销的申请，再点“撤销”。";
        return RedirectToPage("/Revoke/Index", new { kind = KindSlug });
    }
}
