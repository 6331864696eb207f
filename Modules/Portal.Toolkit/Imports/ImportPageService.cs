using Microsoft.AspNetCore.Mvc;
using Portal.Jobs;
using Portal.Toolkit.Components;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Imports;

/// <summary>Makes of an import what its page shows.</summary>
public sealed class ImportPageService(ImportRowQueries rows, ImportQueries imports, ImportWorkbookService workbooks, IJobQueue jobs, LocalTime time)
{
    internal async Task<ImportView> ShowAsync(
        ImportDefinition import, ImportBatch batch, ImportAddress address, ImportRights rights, IEnumerable<ImportFact> facts, CancellationToken cancellationToken)
    {
        var words = new ImportWords(import, batch);
        var view = new ImportView
        {
            Batch = batch,
            Heading = words.Heading,
            Facts =
            [
                .. facts,
                new("文件", batch.FileName + (batch.SheetName.Length > 0 ? $"，工作表：{batch.SheetName}" : "")),
                new("导入人", $"{batch.PersonName}，{time.Text(batch.At)}"),
            ],
        };
        return batch.State switch
        {
            ImportState.Checking or ImportState.Applying => await WatchAsync(view, address, rights, cancellationToken),
            ImportState.Refused => view with { Refusal = $"文件没有受理，没有导入任何内容。{batch.Message}" },
            ImportState.Cancelled => view with { Notes = ["已放弃，没有导入。文件的内容已清除。"] },
            _ => Count(view, import, words, address, rights) with { Tables = await ListAsync(import, batch, words, address, rights, cancellationToken) },
        };
    }

    internal Task<IActionResult> WorkbookAsync(ImportDefinition import, ImportBatch batch, CancellationToken cancellationToken) =>
        Spreadsheet.FileAsync($"错误数据-{(import.Adds ? import.Title : batch.Subject)}", writer => workbooks.WriteErrorsAsync(writer, batch, cancellationToken));

    private async Task<ImportView> WatchAsync(ImportView view, ImportAddress address, ImportRights rights, CancellationToken cancellationToken)
    {
        var batch = view.Batch;
        var isChecking = batch.State == ImportState.Checking;
        var job = batch.JobId is { } jobId ? await jobs.FindAsync(jobId, cancellationToken) : null;
        if (job is not null && job.State != JobState.Failed)
        {
            return view with
            {
                Progress = new JobProgressView
                {
                    Title = isChecking ? $"正在预检：{batch.Subject}" : $"正在导入：{batch.Subject}",
                    Done = job.Done,
                    Total = job.Total,
                    Message = job.State == JobState.Queued ? "" : isChecking ? "正在读取和核对文件。" : "正在导入。",
                    PollUrl = address.Page,
                },
            };
        }

        var reason = job?.Message ?? "处理中断。";
        if (isChecking)
            return view with { Refusal = $"预检没有完成，没有导入任何内容。{reason} 请返回后重新选择文件。" };
        var done = await imports.CountAppliedAsync(batch.Id, cancellationToken);
        return view with
        {
            Interruption = $"导入中断：已导入 {done} 行，其余未导入。{reason} 已导入的不会重复导入。",
            ApplyText = rights.Apply ? "继续导入" : null,
        };
    }

    private ImportView Count(ImportView view, ImportDefinition import, ImportWords words, ImportAddress address, ImportRights rights)
    {
        var batch = view.Batch;
        var isApplied = batch.State == ImportState.Applied;
        var mayApply = rights.Apply && !isApplied && batch.Good > 0 && !words.IsHeld;
        return view with
        {
            Refusal = batch.Message.Length > 0 && isApplied ? $"导入没有全部完成：{batch.Message}" : batch.Message,
            Result = isApplied ? $"{words.Result}{time.Text(batch.AppliedAt)}" : "",
            Counters = new CounterCards { Title = isApplied ? "导入结果" : "预检结果", Cards = [.. Cards(import, batch, address)] },
            Notes =
            [
                .. batch.Note.Length > 0 ? [batch.Note] : Array.Empty<string>(),
                .. batch.Warned > 0 ? [$"{batch.Warned} 行有提醒（见行后的说明），不影响导入。"] : Array.Empty<string>(),
            ],
            Nothing = words.Nothing,
            ApplyText = mayApply ? $"数据导入（{words.Done}）" : null,
            ApplyHint = $"{(batch.Rejected > 0 ? $"错误的 {batch.Rejected} 行不导入。" : "")}导入时会再次核对，文件中没有的保持不变。",
            CancelUrl = mayApply ? address.Handler("Cancel") : null,
        };
    }

    private static IEnumerable<CounterCard> Cards(ImportDefinition import, ImportBatch batch, ImportAddress address)
    {
        CounterCard Card(ImportRowList list, string label, int count, string unit, StateKind? kind) => new()
        {
            Label = label, Value = $"{count}", Unit = unit, Url = address.Of(list), IsActive = address.List == list, Kind = kind,
        };
        if (import.Adds)
        {
            yield return Card(ImportRowList.Additions, "新增", batch.Additions, import.Counted, StateKind.Passed);
            yield return Card(ImportRowList.Changes, "更新", batch.Changes, import.Counted, StateKind.Mine);
        }
        else
        {
            yield return Card(ImportRowList.Changes, batch.State == ImportState.Applied ? "导入" : "可导入", batch.Changes, import.Counted, StateKind.Passed);
        }

        yield return Card(ImportRowList.Unchanged, "无变化", batch.Unchanged, import.Counted, StateKind.NotRequired);
        yield return Card(ImportRowList.Rejected, "错误", batch.Rejected, "行", StateKind.Failed);
        yield return Card(ImportRowList.Cleaned, "已清洗", batch.Cleaned, "行", null);
        yield return new() { Label = "跳过(隐藏行)", Value = $"{batch.Hidden}", Unit = "行" };
    }

    private async Task<IReadOnlyList<ImportRowTable>> ListAsync(
        ImportDefinition import, ImportBatch batch, ImportWords words, ImportAddress address, ImportRights rights, CancellationToken cancellationToken)
    {
        var shown = import.Show(batch);
        var tables = new List<ImportRowTable>();
        foreach (var list in ListsOf(batch, address.List))
        {
            var page = await rows.ListAsync(batch.Id, list, address.After, address.Before, cancellationToken);
            var isRejected = list == ImportRowList.Rejected;
            tables.Add(new ImportRowTable
            {
                List = list,
                Title = words.TitleOf(list),
                Headers = isRejected ? [.. shown.Headers.Take(2), "列", "原因"] : [.. shown.Headers, "状态"],
                Rows = [.. page.Rows.Select(row => isRejected
                    ? [$"{row.RowNumber}", .. shown.Cells(row).Take(2), row.Field ?? "", row.Message ?? ""]
                    : (string[])[$"{row.RowNumber}", .. shown.Cells(row), words.Of(row)])],
                Pager = page.HasPrevious || page.HasNext ? PagerOf(page, list, address) : null,
                DownloadUrl = isRejected && rights.Download && page.Rows.Count > 0 ? address.Handler("Errors") : null,
                Empty = address is { After: 0, Before: null } && list != address.List ? "这些行的内容已清除（保存30天），只保留数量。" : "没有这样的行。",
            });
        }

        return tables;
    }

    private static ImportRowList[] ListsOf(ImportBatch batch, ImportRowList? wanted)
    {
        if (wanted is { } list && Enum.IsDefined(list))
            return [list];
        ImportRowList[] lists =
        [
            .. batch.Rejected > 0 ? [ImportRowList.Rejected] : Array.Empty<ImportRowList>(),
            .. batch.Additions > 0 ? [ImportRowList.Additions] : Array.Empty<ImportRowList>(),
            .. batch.Changes > 0 ? [ImportRowList.Changes] : Array.Empty<ImportRowList>(),
        ];
        return lists.Length > 0 ? lists : [ImportRowList.Unchanged];
    }

    private static Pager PagerOf(KeysetPage<StoredRow> page, ImportRowList list, ImportAddress address) => new()
    {
        PreviousUrl = page.HasPrevious ? address.Of(list, before: page.Rows[0].RowNumber) : null,
        NextUrl = page.HasNext ? address.Of(list, after: page.Rows[^1].RowNumber) : null,
        Text = $"文件第 {page.Rows[0].RowNumber}–{page.Rows[^1].RowNumber} 行",
    };
}
