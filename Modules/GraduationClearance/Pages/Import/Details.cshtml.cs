using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Imports;
using Portal.Jobs;
using Portal.Toolkit.Components;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Import;

/// <summary>One import through all its states: 预检 running, preview, 导入 running, result. Its address survives reload and restart.</summary>
[RequirePermission(Permissions.ViewImports)]
public sealed class DetailsModel(
    ImportQueries imports, ImportCommands commands, ImportWorkbookService workbooks, ExportLogCommands log, IJobQueue jobs, IUnitContext context) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>One table only; without it the page shows the rejected rows and the good ones.</summary>
    [FromQuery(Name = "list")]
    public RowList? List { get; set; }

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

    public IReadOnlyList<RowTable> Tables { get; private set; } = [];

    private bool MayDownload => IsOwner || context.Has(Permissions.ViewIdCard);

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

    /// <summary>下载错误数据: only for who uploaded it, and for administrators who may see full ID-card numbers; noted like every export.</summary>
    public async Task<IActionResult> OnPostErrorsAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !MayDownload)
            return NotFound();
        await log.WriteAsync(
            new ExportEntry
            {
                Export = "导入错误数据",
                Query = $"导入={Import.Id}；环节={Import.StepName}；文件={Import.FileName}；导入人={Import.PersonName}",
                RowCount = Import.Rejected,
                WithFullId = Import.MatchBy == MatchBy.IdCard,
            },
            cancellationToken);
        return await Spreadsheet.FileAsync($"错误数据-{Import.StepName}", writer => workbooks.WriteErrorsAsync(writer, Import, cancellationToken));
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsOwner)
            return NotFound();
        try
        {
            await jobs.WaitAsync(await commands.ApplyAsync(Import, cancellationToken), Patience, cancellationToken);
        }
        catch (RefusedException refusal)
        {
            TempData["Error"] = refusal.Message;
        }

        return RedirectToPage("/Import/Details", new { id });
    }

    /// <summary>This page with one list.</summary>
    public string UrlOf(RowList list, int? after = null, int? before = null) => Url.Page("/Import/Details", new { id = Import.Id, list, after, before })!;

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
        RowList[] lists = List is { } wanted && Enum.IsDefined(wanted) ? [wanted] : Import.Rejected > 0 ? [RowList.Rejected, RowList.Good] : [RowList.Good];
        var tables = new List<RowTable>();
        foreach (var list in lists)
        {
            if (await ReadAsync(list, cancellationToken) is { } table && (table.Rows.Count > 0 || lists.Length == 1))
                tables.Add(table);
        }

        Tables = tables;
    }

    private async Task<RowTable> ReadAsync(RowList list, CancellationToken cancellationToken)
    {
        RowOutcome? outcome = list switch
        {
            RowList.Rejected => RowOutcome.Rejected,
            RowList.Unchanged => RowOutcome.Unchanged,
            RowList.Cleaned => null,
            _ => Import.State == ImportState.Applied ? RowOutcome.Imported : RowOutcome.Importable,
        };
        var found = await imports.ListRowsAsync(Import.Id, outcome, After, Before, ImportQueries.PageSize + 1, cancellationToken);
        var isFull = found.Count > ImportQueries.PageSize;
        var rows = Before is null ? found.Take(ImportQueries.PageSize).ToArray() : found.TakeLast(ImportQueries.PageSize).ToArray();
        var hasPrevious = rows.Length > 0 && (Before is null ? After > 0 : isFull);
        var hasNext = rows.Length > 0 && (Before is not null || isFull);
        return new RowTable
        {
            List = list,
            Title = TitleOf(list),
            MatchBy = Import.MatchBy,
            Rows = [.. rows.Select(row => (row, workbooks.KeyOf(row, Import.MatchBy)))],
            PreviousUrl = hasPrevious ? UrlOf(list, before: rows[0].RowNo) : null,
            NextUrl = hasNext ? UrlOf(list, after: rows[^1].RowNo) : null,
            DownloadUrl = list == RowList.Rejected && rows.Length > 0 && MayDownload ? Url.Page("/Import/Details", "Errors", new { id = Import.Id }) : null,
        };
    }

    private string TitleOf(RowList list)
    {
        var isApplied = Import.State == ImportState.Applied;
        return list switch
        {
            RowList.Rejected => $"错误数据 {Import.Rejected} 行（{(isApplied ? "没有导入" : "不会导入")}）",
            RowList.Unchanged => $"无变化 {Import.Unchanged} 人",
            RowList.Cleaned => $"已清洗 {Import.Cleaned} 行",
            _ => isApplied ? $"已导入 {Import.Imported} 人" : $"可导入 {Import.Importable} 人",
        };
    }
}
