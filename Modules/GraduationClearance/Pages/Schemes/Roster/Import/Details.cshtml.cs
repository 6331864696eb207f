using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Roster.Import;
using Portal.Jobs;
using Portal.Toolkit.Components;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Schemes.Roster.Import;

/// <summary>One roster import through all its states; its address survives reload and restart.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class DetailsModel(
    RosterImportQueries imports, RosterImportCommands commands, RosterErrorsService errors, ExportLogCommands log, IJobQueue jobs, IUnitContext context) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public RosterImport Import { get; private set; } = new();

    /// <summary>The running job's progress; null when there is nothing to wait for.</summary>
    public JobProgressView? Progress { get; private set; }

    /// <summary>The job ended without finishing; what it did is kept.</summary>
    public string? Interruption { get; private set; }

    public RosterList List { get; private set; }

    public IReadOnlyList<RosterImportRow> Rows { get; private set; } = [];

    public bool HasPrevious { get; private set; }

    public bool HasNext { get; private set; }

    /// <summary>The workbook holds full ID numbers: for who uploaded them, and for posts that may see them.</summary>
    public bool MayDownload => Import.PersonId == context.Person?.Id || context.Has(Permissions.ViewIdCard);

    public static string StateText(RosterImportState state) => state switch
    {
        RosterImportState.Checking => "预检中",
        RosterImportState.Checked => "已预检，待导入",
        RosterImportState.Applying => "正在导入",
        RosterImportState.Applied => "已导入",
        _ => "文件未受理",
    };

    public static string ListText(RosterList list) => list switch
    {
        RosterList.Additions => "新增的学生",
        RosterList.Changes => "更新的学生",
        RosterList.Unchanged => "无变化",
        _ => "错误数据",
    };

    public async Task<IActionResult> OnGetAsync(long id, RosterList? list, int after, int? before, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } import)
            return NotFound();
        Import = import;
        if (import.State is RosterImportState.Checking or RosterImportState.Applying)
            await WatchAsync(cancellationToken);
        else if (import.State != RosterImportState.Refused)
            await LoadRowsAsync(list, after, before, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostErrorsAsync(long id, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } import)
            return NotFound();
        Import = import;
        if (!MayDownload)
            return NotFound();
        await log.WriteAsync(
            new ExportEntry
            {
                Export = "离校名单错误数据",
                Query = $"导入={import.Id}；离校方案={import.SchemeName}；文件={import.FileName}；导入人={import.PersonName}",
                RowCount = import.Rejected,
                WithFullId = true,
            },
            cancellationToken);
        return await Spreadsheet.FileAsync("离校名单错误数据", writer => errors.WriteAsync(writer, import, cancellationToken));
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } import)
            return NotFound();
        try
        {
            await jobs.WaitAsync(await commands.ApplyAsync(import, cancellationToken), Patience, cancellationToken);
        }
        catch (RefusedException refusal)
        {
            TempData["Error"] = refusal.Message;
        }

        return RedirectToPage("/Schemes/Roster/Import/Details", new { id });
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var job = Import.JobId is { } jobId ? await jobs.FindAsync(jobId, cancellationToken) : null;
        if (job is null || job.State == JobState.Failed)
        {
            Interruption = job?.Message ?? "处理中断。";
            return;
        }

        Progress = new JobProgressView
        {
            Title = job.Title,
            Done = job.Done,
            Total = job.Total,
            Message = job.Message,
            PollUrl = Url.Page("/Schemes/Roster/Import/Details", new { id = Import.Id })!,
        };
    }

    private async Task LoadRowsAsync(RosterList? list, int after, int? before, CancellationToken cancellationToken)
    {
        List = list ?? (Import.Rejected > 0 ? RosterList.Rejected : Import.Additions > 0 ? RosterList.Additions : Import.Changes > 0 ? RosterList.Changes : RosterList.Unchanged);
        RosterOutcome[] outcomes = List switch
        {
            RosterList.Additions => [RosterOutcome.Addition, RosterOutcome.Added],
            RosterList.Changes => [RosterOutcome.Change, RosterOutcome.Changed],
            RosterList.Unchanged => [RosterOutcome.Unchanged],
            _ => [RosterOutcome.Rejected],
        };
        const int take = RosterImportQueries.PageSize + 1;
        var rows = before is { } first
            ? await imports.ListRowsBeforeAsync(Import.Id, outcomes, first, take, cancellationToken)
            : await imports.ListRowsAsync(Import.Id, outcomes, after, take, cancellationToken);
        var isFull = rows.Count == take;
        HasPrevious = before is not null ? isFull : after > 0 && rows.Count > 0;
        HasNext = before is not null || isFull;
        Rows = [.. before is not null ? rows.TakeLast(RosterImportQueries.PageSize) : rows.Take(RosterImportQueries.PageSize)];
    }
}

/// <summary>Which rows of the import the page lists.</summary>
public enum RosterList
{
    Rejected,
    Additions,
    Changes,
    Unchanged,
}
