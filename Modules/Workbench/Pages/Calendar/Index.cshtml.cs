using Portal.Toolkit.Calendar;

namespace Portal.Workbench.Pages.Calendar;

/// <summary>工作日历: the days of a year that differ from the week's rule.</summary>
[RequirePermission(Permissions.EditCalendar)]
internal sealed class IndexModel(CalendarQueries calendar, CalendarCommands commands, LocalTime time) : PageModel
{
    private static readonly string[] _weekdays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public bool IsWorkingDay { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public int ShownYear => Year is >= CalendarCommands.FirstYear and <= CalendarCommands.LastYear ? Year.Value : time.Today.Year;

    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    /// <summary>Of the calendar as the page shows it.</summary>
    public long Version { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostSaveAsync(long version, CancellationToken cancellationToken)
    {
        if (From is null && ModelState.IsValid)
            ModelState.AddModelError(nameof(From), "请填写日期。");
        if (ModelState.IsValid)
        {
            try
            {
                var count = await commands.SaveAsync(From!.Value, To ?? From.Value, IsWorkingDay, Name ?? "", version, cancellationToken);
                TempData["Success"] = $"已保存 {count} 天。以后进入的环节按新日历计算时限，已经在办的到期日不变。";
                return RedirectToPage(new { year = From.Value.Year });
            }
            catch (RefusedException refusal)
            {
                ModelState.AddModelError(refusal.Field, refusal.Message);
            }
            catch (StaleException stale)
            {
                return await RefuseAsync(stale, cancellationToken);
            }
        }

        await LoadAsync(cancellationToken);
        Response.StatusCode = 422;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly day, long version, CancellationToken cancellationToken)
    {
        try
        {
            TempData[await commands.RemoveAsync(day, version, cancellationToken) ? "Success" : "Warning"] = $"{day:yyyy-MM-dd} 现在按星期计算。";
            return RedirectToPage(new { year = day.Year });
        }
        catch (StaleException stale)
        {
            return await RefuseAsync(stale, cancellationToken);
        }
    }

    public static string Weekday(DateOnly day) => _weekdays[(int)day.DayOfWeek];

    // What was typed stays; the list below is the current one, and so is the version of the next try.
    private async Task<IActionResult> RefuseAsync(StaleException stale, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        ModelState.AddModelError("", stale.Message);
        await LoadAsync(cancellationToken);
        Response.StatusCode = 409;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Version = await calendar.VersionAsync(cancellationToken);
        Days = await calendar.ListAsync(ShownYear, cancellationToken);
        Years = [.. Enumerable.Range(time.Today.Year - 2, 5).Append(ShownYear).Distinct().Order()];
    }
}
