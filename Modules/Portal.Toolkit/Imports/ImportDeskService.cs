using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Portal.Jobs;
using Portal.Units;

namespace Portal.Toolkit.Imports;

/// <summary>What the pages of an import ask for. A short import is finished within the request, so that its result shows at once.</summary>
public sealed class ImportDeskService(ImportCommands commands, ImportQueries imports, ImportPageService pages, IJobQueue jobs, IUnitContext context, LocalTime time)
{
    private const int MostName = 200;
    private const int Recent = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Takes the file of a form and queues its check.</summary>
    /// <returns>Id of the import; its page shows how far it is.</returns>
    /// <exception cref="RefusedException">No file, no workbook by its name, or nothing may be imported here now.</exception>
    public async Task<long> UploadAsync<TArgument, TLine, TAction>(
        Import<TArgument, TLine, TAction> import, TArgument argument, IFormFile? file, bool clean, CancellationToken cancellationToken)
        where TArgument : notnull
        where TLine : class
        where TAction : class
    {
        if (file is null)
            throw new RefusedException("请选择文件");
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        if (!name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException("仅支持 xls、xlsx。请用 Excel 或 WPS 另存为 .xlsx 后重新选择。");
        await using var content = file.OpenReadStream();
        var (importId, jobId) = await commands.UploadAsync(import, argument, name.Length > MostName ? name[^MostName..] : name, clean, content, cancellationToken);
        await jobs.WaitAsync(jobId, Patience, cancellationToken);
        return importId;
    }

    internal async Task<ImportListView> ListAsync(ImportDefinition import, string topic, Func<long, string> url, CancellationToken cancellationToken) => new()
    {
        Rows =
        [
            .. (await imports.ListAsync(import, topic, null, null, Recent, cancellationToken)).Select(batch => new ImportListRow
            {
                Batch = batch, Url = url(batch.Id), Time = time.Text(batch.At),
            }),
        ],
    };

    internal bool IsOwner(ImportBatch batch) => batch.PersonId == context.Person?.Id;

    internal Task<ImportBatch?> FindAsync(ImportDefinition import, long id, CancellationToken cancellationToken) => imports.FindAsync(import, id, cancellationToken);

    internal Task<ImportView> ShowAsync(
        ImportDefinition import, ImportBatch batch, ImportAddress address, ImportRights rights, IEnumerable<ImportFact> facts, CancellationToken cancellationToken) =>
        pages.ShowAsync(import, batch, address, rights, facts, cancellationToken);

    internal Task<IActionResult> WorkbookAsync(ImportDefinition import, ImportBatch batch, CancellationToken cancellationToken) => pages.WorkbookAsync(import, batch, cancellationToken);

    internal async Task ApplyAsync(ImportDefinition import, ImportBatch batch, CancellationToken cancellationToken) =>
        await jobs.WaitAsync(await commands.ApplyAsync(import, batch, cancellationToken), Patience, cancellationToken);

    internal Task CancelAsync(ImportDefinition import, ImportBatch batch, CancellationToken cancellationToken) => commands.CancelAsync(import, batch, cancellationToken);
}
