using Portal.RegistryTransfer.Oversight;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Oversight;

/// <summary>Before notices go out: how many steps, which units.</summary>
[RequirePermission(Permissions.Supervise)]
internal sealed class UrgeModel(OverdueQueries overdue, UrgeCommands commands, IUnitContext context) : PageModel
{
    /// <summary>One page of the list, ticked.</summary>
    public const int Most = KeysetPage.Size;

    [BindProperty(Name = "id", SupportsGet = true)]
    public long[] Ids { get; set; } = [];

    [FromForm(Name = "note")]
    public string? Note { get; set; }

    /// <summary>What can be urged among the ticked.</summary>
    public IReadOnlyList<OverdueRow> Rows { get; private set; } = [];

    public IEnumerable<(string Unit, int Count)> Units => Rows.GroupBy(row => row.WaitingUnitName).Select(unit => (unit.Key, unit.Count())).OrderByDescending(unit => unit.Item2);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
            return refusal;
        var (sent, refused) = (0, new List<string>());
        foreach (var row in Rows)
        {
            try
            {
                await commands.UrgeAsync(row.ReviewId, Note, cancellationToken);
                sent++;
            }
            catch (ReviewException exception)
            {
                refused.Add($"{row.Number}：{exception.Message}");
            }
        }

        if (sent > 0)
            TempData["Success"] = $"已催办 {sent} 笔，等待的单位会收到消息。";
        if (refused.Count > 0)
            TempData["Warning"] = $"{refused.Count} 笔没有催办。{string.Join(" ", refused.Take(5))}";
        return RedirectToPage("/Oversight/Overdue");
    }

    // Applications out of reach do not exist; what was reviewed meanwhile has dropped out of the list.
    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        long[] ids = [.. Ids.Distinct().Take(Most)];
        Rows = [.. (await overdue.FindAsync(ids, cancellationToken)).Where(row => row.WaitingUnitId != context.UnitId)];
        if (Rows.Count > 0)
            return null;
        if (ids.Length == 1)
            return NotFound();
        TempData["Warning"] = ids.Length == 0 ? "请先勾选要催办的业务，再点“催办”。" : "勾选的业务都已经不在超期清单中，没有催办。";
        return RedirectToPage("/Oversight/Overdue");
    }
}
