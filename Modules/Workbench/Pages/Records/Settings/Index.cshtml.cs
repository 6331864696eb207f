using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Settings;

namespace Portal.Workbench.Pages.Records.Settings;

/// <summary>参数 and 职能部门 of a module's records; whoever holds the book's permission keeps them up.</summary>
[RequireSignedIn]
internal sealed class IndexModel(RecordCatalog catalog, RecordSettingQueries settings, RecordSettingCommands commands, IUnitContext context, IUnitTree units) : PageModel
{
    public RecordBook Book { get; private set; } = null!;

    public IReadOnlyList<RecordSettingValue> Values { get; private set; } = [];

    public IReadOnlyList<RecordOffice> Offices { get; private set; } = [];

    /// <summary>What was typed, where it was refused.</summary>
    public (string Key, string Value, string Message)? Refused { get; private set; }

    public IReadOnlyList<Unit> Units => units.Root is { } root ? [.. units.Subtree(root.Id).Where(unit => unit.ParentId is not null)] : [];

    public Task<IActionResult> OnGetAsync(string module, CancellationToken cancellationToken) => ShowAsync(module, 200, cancellationToken);

    public Task<IActionResult> OnPostAsync(string module, string key, string? value, long version, CancellationToken cancellationToken) =>
        SaveAsync(module, key, value ?? "", "参数已保存，以后的计算按新的参数。", () => commands.SetAsync(Book, key, (value ?? "").Trim(), version, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostOfficeAsync(string module, string key, long unitId, long version, CancellationToken cancellationToken) =>
        SaveAsync(module, key, $"{unitId}", "职能部门已指定，以后进入的环节由它办理。", () => commands.NameAsync(Book, key, unitId, version, cancellationToken), cancellationToken);

    private async Task<IActionResult> SaveAsync(string module, string key, string value, string done, Func<Task> save, CancellationToken cancellationToken)
    {
        if (!Find(module))
            return NotFound();
        try
        {
            await save();
            TempData["Success"] = done;
            return RedirectToPage(new { module });
        }
        catch (RefusedException refusal)
        {
            Refused = (key, value, refusal.Message);
            return await ShowAsync(module, 422, cancellationToken);
        }
        catch (StaleException stale)
        {
            Refused = (key, value, stale.Message);
            return await ShowAsync(module, 409, cancellationToken);
        }
    }

    private async Task<IActionResult> ShowAsync(string module, int status, CancellationToken cancellationToken)
    {
        if (!Find(module))
            return NotFound();
        Values = await settings.ListAsync(Book, cancellationToken);
        Offices = await settings.ListOfficesAsync(Book, cancellationToken);
        if (Refused is { } refused)
            ModelState.AddModelError(refused.Key, refused.Message);
        Response.StatusCode = status;
        return Page();
    }

    private bool Find(string module)
    {
        if (catalog.FindBook(module) is not { SettingsPermission: { } permission } book || !context.Has(permission))
            return false;
        Book = book;
        return true;
    }
}
