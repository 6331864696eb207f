using Portal.GraduationClearance.Imports;
using Portal.Jobs;
using Portal.Toolkit.Components;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Import;

/// <summary>One import through all its states: 预检 running, preview, 导入 running, result. Its address survives reload and restart.</summary>
[RequirePermission(Permissions.ViewImports)]
public sealed class DetailsModel(ImportQueries imports, ImportCommands commands, ImportWorkbookService workbooks, IJobQueue jobs, IUnitContext context) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [FromQuery(Name = "list")]
    public RowList? Wanted { get; set; }

    [FromQuery(Name = "after")]
    public int After { get; set; }

    [FromQuery(Name = "before")]
    public int? Before { get; set; }

    public ImportBatch Import { get; private set; } = new();

    public bool IsOwner => Import.PersonId == context.Person?.Id;

    /// <summary>The running job's progress; null when no job is to be waited for.</summary>
    public JobProgressView? Progress { get; private set; }

    /// <summary>The job ended without finishing; what it did is kept.</summary>
    public string? Interruption { get; private set; }

    public int ImportedSoFar { get; private set; }

    public RowList List { get; private set; }

    public IReadOnlyList<(StoredRow Row, string Key)> Rows { get; private set; } = [];

    public bool HasPrevious { get; private set; }

    public bool HasNext { get; private set; }

    public bool MayDownload => IsOwner || context.Has(Permissions.ViewIdCard);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        if (Import.State is ImportState.Checking or ImportState.Applying)
            await WatchAsync(cancellationToken);
        else if (Import.State != ImportState.Refused)
            await ListAsync(cancellationToken);
        return Page();
    }

    /// <summary>下载错误数据: only for who uploaded it, and for administrators who may see full ID-card numbers.</summary>
    public async Task<IActionResult> OnGetErrorsAsync(long id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) && MayDownload
            ? await Spreadsheet.FileAsync($"错误数据-{Import.StepName}", writer => workbooks.WriteErrorsAsync(writer, Import, cancellationToken))
            : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsOwner)
            return NotFound();
        try
        {
            await jobs.WaitAsync(await commands.ApplyAsync(Import, cancellationToken), Patience, cancellationToken);
        }
        catch (ImportRefusedException refusal)
        {
            TempData["Error"] = refusal.Message;
        }

        return RedirectToPage("/Import/Details", new { id });
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await imports.FindVisibleAsync(id, cancellationToken) is not { } import)
            return false;
        Import = import;
        return true;
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var job = Import.JobId is { } jobId ? await jobs.FindAsync(jobId, cancellationToken) : null;
        if (job is null || job.State == JobState.Failed)
        {
            Interruption = job?.Message ?? "处理中断。";
            ImportedSoFar = Import.State == ImportState.Applying ? await imports.CountImportedAsync(Import.Id, cancellationToken) : 0;
            return;
        }

        Progress = new JobProgressView
        {
            Title = Import.State == ImportState.Checking ? $"正在预检：{Import.StepName}" : $"正在导入：{Import.StepName}",
            Done = job.Done,
            Total = job.Total,
            Message = job.State == JobState.Queued ? "" : Import.State == ImportState.Checking ? "正在读取和核对文件。" : "正在办理。",
            PollUrl = Url.Page("/Import/Details", new { id = Import.Id })!,
        };
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        List = Wanted is { } wanted && Enum.IsDefined(wanted) ? wanted : Import.Rejected > 0 ? RowList.Rejected : RowList.Good;
        var good = Import.State == ImportState.Applied ? RowOutcome.Imported : RowOutcome.Importable;
        RowOutcome? outcome = List switch
        {
            RowList.Rejected => RowOutcome.Rejected,
            RowList.Unchanged => RowOutcome.Unchanged,
            RowList.Cleaned => null,
            _ => good,
        };
        var rows = await imports.ListRowsAsync(Import.Id, outcome, After, Before, ImportQueries.PageSize + 1, cancellationToken);
        var isFull = rows.Count > ImportQueries.PageSize;
        HasPrevious = Before is null ? After > 0 : isFull;
        HasNext = Before is not null || isFull;
        Rows = [.. (Before is null ? rows.Take(ImportQueries.PageSize) : rows.TakeLast(ImportQueries.PageSize)).Select(row => (row, workbooks.KeyOf(row, Import.MatchBy)))];
    }
}

/// <summary>Which rows of an import the page lists.</summary>
public enum RowList
{
    Rejected,
    Good,
    Unchanged,
    Cleaned,
}
