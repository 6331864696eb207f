using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Lists;

namespace Portal.Workbench.Pages.Records;

/// <summary>The records of a type that the current post may read.</summary>
[RequireSignedIn]
internal sealed class IndexModel(RecordTypeService types, RecordListViewQueries lists, RecordFilterCommands filters, RecordExportService export) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public RecordFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public long? After { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public RecordListView View { get; private set; } = null!;

    public CounterCards Counters => new() { Cards = [.. View.Counts.Select(counted => Card(counted.State, counted.Count))] };

    public async Task<IActionResult> OnGetAsync(string type, CancellationToken cancellationToken) =>
        types.Find(type) is { } found ? await ShowAsync(found, cancellationToken) : NotFound();

    /// <summary>导出 of what the filter shows, all pages of it.</summary>
    public async Task<IActionResult> OnPostExportAsync(string type, CancellationToken cancellationToken) =>
        types.Find(type) is { } found ? await export.FileAsync(found, Filter, cancellationToken) : NotFound();

    /// <summary>Saves the filter of the address under a name.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string type, string? name, CancellationToken cancellationToken)
    {
        if (types.Find(type) is not { } found)
            return NotFound();
        try
        {
            await filters.SaveAsync(found, name, Filter, cancellationToken);
            TempData["Success"] = "筛选已保存。";
            return Back(found);
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("name", refusal.Message);
            Response.StatusCode = 422;
            return await ShowAsync(found, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostForgetAsync(string type, long id, CancellationToken cancellationToken)
    {
        if (types.Find(type) is not { } found)
            return NotFound();
        await filters.DeleteAsync(id, cancellationToken);
        return Back(found);
    }

    private LocalRedirectResult Back(RecordType type) => LocalRedirect(new RecordListAddress(Url, type, Filter).Current);

    private async Task<IActionResult> ShowAsync(RecordType type, CancellationToken cancellationToken)
    {
        View = await lists.ReadAsync(type, Filter, After, Before, Url, cancellationToken);
        return Page();
    }

    private CounterCard Card(RecordState state, int count) => new()
    {
        Label = state.Label,
        Value = count > RecordCountQueries.Most ? $"{RecordCountQueries.Most:N0}+" : $"{count:N0}",
        Unit = "条",
        Kind = state.Kind,
        Url = View.Address.With(new() { ["state"] = state.Key }),
        IsActive = Filter.State == state.Key && Filter.Route().Count == 1,
    };
}
