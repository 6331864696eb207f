using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>The form of one row of a table of settings: new, changed or removed.</summary>
internal abstract class ConfigPageModel(ConfigQueries queries, ConfigCommands commands, string table, string what) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ConfigScope Scope { get; private set; } = null!;

    protected ConfigQueries Queries => queries;

    /// <summary>Shows the stored row in the form and returns its version; null when there is none of the own scope.</summary>
    protected abstract Task<int?> ShowAsync(long id, CancellationToken cancellationToken);

    /// <summary>The columns as typed, after the checks; null when a field is wrong and told.</summary>
    protected abstract IReadOnlyDictionary<string, object?>? Read();

    /// <summary>Checks that ask the stored rows; a fault goes to the model state.</summary>
    protected virtual Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether the own scope may hold such rows.</summary>
    protected virtual bool IsOpenTo(ConfigScope scope) => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Id is { } id)
        {
            if (await ShowAsync(id, cancellationToken) is not { } version)
                return NotFound();
            Version = version;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid || Read() is not { } values)
            return Page();
        return await DoAsync(() => commands.SaveAsync(Scope, table, Id, Version, values, Id is null ? $"新增{what}" : $"修改{what}", cancellationToken));
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Id is not { } id)
            return NotFound();
        return await DoAsync(() => commands.DeleteAsync(Scope, table, id, Version, $"删除{what}", cancellationToken));
    }

    private async Task<IActionResult> DoAsync(Func<Task> work)
    {
        try
        {
            await work();
            TempData["Success"] = $"{what}已保存。";
            return RedirectToPage("Index");
        }
        catch (Exception refusal) when (refusal is RefusedException or StaleException)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindScopeAsync(cancellationToken) is not { } scope || !IsOpenTo(scope))
            return false;
        Scope = scope;
        return true;
    }
}
