using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Toolkit.Imports;

/// <summary>
/// One import through all its states: 预检 running, preview, 导入 running, result. Its address survives reload and restart. Derive a page model with the
/// route <c>{id:long}</c> and its permission, and show <see cref="View"/> by the partial <c>_Import</c>.
/// </summary>
public abstract class ImportDetailsModel(ImportDeskService desk, ImportDefinition? import) : PageModel
{
    // Asked for after FindAsync has found a batch of it only.
    private ImportDefinition Import => FindImport()!;

    /// <summary>One table only; without it the page shows the rejected rows and the good ones.</summary>
    [FromQuery(Name = "list")]
    public ImportRowList? List { get; set; }

    [FromQuery(Name = "after")]
    public int After { get; set; }

    [FromQuery(Name = "before")]
    public int? Before { get; set; }

    public ImportView View { get; private set; } = null!;

    /// <summary>The kind of import of this address; null when there is none, and the page answers 404.</summary>
    protected virtual ImportDefinition? FindImport() => import;

    /// <summary>Whether the visitor may see the import; by default who uploaded it.</summary>
    protected virtual bool MaySee(ImportBatch batch) => IsOwner(batch);

    /// <summary>What the visitor may do with it; by default who uploaded it may do all.</summary>
    protected virtual ImportRights RightsOn(ImportBatch batch) => new() { Apply = IsOwner(batch), Download = IsOwner(batch) };

    /// <summary>Lines of the module about the import.</summary>
    protected virtual Task<IReadOnlyList<ImportFact>> ListFactsAsync(ImportBatch batch, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ImportFact>>([]);

    /// <summary>Leaves a trace of a download of the rejected rows.</summary>
    protected virtual Task NoteDownloadAsync(ImportBatch batch, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The visitor has uploaded it.</summary>
    protected bool IsOwner(ImportBatch batch) => desk.IsOwner(batch);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } batch)
            return NotFound();
        View = await desk.ShowAsync(
            Import, batch, new ImportAddress(Url, id, List, After, Before), RightsOn(batch), await ListFactsAsync(batch, cancellationToken), cancellationToken);
        return Page();
    }

    /// <summary>Imports, or goes on after an interruption.</summary>
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } batch || !RightsOn(batch).Apply)
            return NotFound();
        return await DoAsync(id, () => desk.ApplyAsync(Import, batch, cancellationToken));
    }

    /// <summary>放弃 of what was checked.</summary>
    public async Task<IActionResult> OnPostCancelAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } batch || !RightsOn(batch).Apply)
            return NotFound();
        return await DoAsync(id, () => desk.CancelAsync(Import, batch, cancellationToken));
    }

    /// <summary>下载错误数据.</summary>
    public async Task<IActionResult> OnPostErrorsAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } batch || !RightsOn(batch).Download)
            return NotFound();
        await NoteDownloadAsync(batch, cancellationToken);
        return await desk.WorkbookAsync(Import, batch, cancellationToken);
    }

    private async Task<ImportBatch?> FindAsync(long id, CancellationToken cancellationToken) =>
        FindImport() is { } found && await desk.FindAsync(found, id, cancellationToken) is { } batch && MaySee(batch) ? batch : null;

    private async Task<IActionResult> DoAsync(long id, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RefusedException refusal)
        {
            TempData["Error"] = refusal.Message;
        }

        return RedirectToPage(new { id });
    }
}
