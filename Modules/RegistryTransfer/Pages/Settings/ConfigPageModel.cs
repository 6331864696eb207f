using Portal.RegistryTransfer.Settings;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>The form of one row of a table of settings, as its buttons know it.</summary>
internal abstract class ConfigPageModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ConfigScope Scope { get; protected set; } = null!;

    public IReadOnlyList<StaleDifference> Differences { get; protected set; } = [];
}

/// <summary>New, changed or removed; a row of another scope is not found.</summary>
internal abstract class ConfigPageModel<TRow>(ConfigQueries queries, ConfigCommands commands) : ConfigPageModel
    where TRow : class, IConfigRow, new()
{
    private TRow? _stored;

    /// <summary>Shows a stored row in the form.</summary>
    protected abstract void Show(TRow row);

    /// <summary>The row as typed; a wrong field goes to the model state.</summary>
    protected abstract TRow Read();

    /// <summary>Whether the own scope may hold such rows.</summary>
    protected virtual bool IsOpenTo(ConfigScope scope) => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        ShowStored();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var typed = Read();
        if (!ModelState.IsValid)
            return this.Refused();
        try
        {
            await (_stored is { } stored
                ? commands.UpdateAsync(Scope, stored, Version, typed, cancellationToken)
                : commands.AddAsync(Scope, typed, cancellationToken));
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return this.Refused();
        }
        catch (StaleException stale)
        {
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            Differences = StaleDifference.Between(_stored!.Texts(), typed.Texts());
            if (Differences.Count == 0)
                ModelState.AddModelError("", stale.Message);
            ModelState.Remove(nameof(Version));
            Version = _stored.Version;
            return this.Stale();
        }

        return Done("已保存");
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || _stored is not { } stored)
            return NotFound();
        try
        {
            await commands.DeleteAsync(Scope, stored, Version, cancellationToken);
        }
        catch (StaleException)
        {
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            ModelState.Clear();
            ShowStored();
            ModelState.AddModelError("", $"这项{TRow.Title}已被其他人修改，没有删除。请看过现在的内容再决定。");
            return this.Stale();
        }

        return Done("已删除");
    }

    private RedirectToPageResult Done(string what)
    {
        TempData["Success"] = $"{TRow.Title}{what}。";
        return RedirectToPage("Index", new { id = (long?)null });
    }

    private void ShowStored()
    {
        if (_stored is not { } stored)
            return;
        Version = stored.Version;
        Show(stored);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindScopeAsync(cancellationToken) is not { } scope || !IsOpenTo(scope))
            return false;
        Scope = scope;
        _stored = Id is { } id ? await queries.FindAsync<TRow>(scope, id, cancellationToken) : null;
        return Id is null || _stored is not null;
    }
}
