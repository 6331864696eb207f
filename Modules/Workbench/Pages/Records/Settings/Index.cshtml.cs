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

    /// <summary>Units of the own institution.</summary>
    public IReadOnlyList<Unit> Units => [.. units.Subtree(context.Path is [_, var institution, ..] ? institution : units.Root?.Id ?? 0).Where(unit => unit.ParentId is not null)];

    public Task<IActionResult> OnGetAsync(string module, CancellationToken cancellationToken) => ShowAsync(module, 200, cancellationToken);

    public Task<IActionResult> OnPostAsync(string module, string key, string? value, long version, CancellationToken cancellationToken) =>
        SaveAsync(module, key, value ?? "", async () => (await commands.SetAsync(Book, key, (value ?? "").Trim(), version, cancellationToken)) switch
        {
            { Dates: 0 } => "参数已保存，以后的计算按新的参数。",
            { IsLater: true, Dates: var dates } => $"参数已保存，{dates:N0} 个未办结的期限几分钟内按新的参数重新计算。",
            { Dates: var dates } => $"参数已保存，{dates} 个未办结的期限已按新的参数重新计算。",
        }, cancellationToken);

    public Task<IActionResult> OnPostOfficeAsync(string module, string key, long unitId, long version, CancellationToken cancellationToken) =>
        SaveAsync(module, key, $"{unitId}", async () =>
        {
            await commands.NameAsync(Book, key, unitId, version, cancellationToken);
            return "职能部门已指定，以后进入的环节由它办理。";
        }, cancellationToken);

    private async Task<IActionResult> SaveAsync(string module, string key, string value, Func<Task<string>> save, CancellationToken cancellationToken)
    {
        if (!Find(module))
            return NotFound();
        try
        {
            TempData["Success"] = await save();
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
