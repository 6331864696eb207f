namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>What a batch did: three counts, and for everybody not handled the name and the reason.</summary>
[RequirePermission(Permissions.Decide)]
public sealed class ResultModel(BatchResultQueries batches) : PageModel
{
    public BatchSummary Batch { get; private set; } = new();

    public IReadOnlyList<BatchResultRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await batches.FindAsync(id, cancellationToken) is not { } batch)
            return NotFound();
        Batch = batch;
        Rows = await batches.ListRowsAsync(id, cancellationToken);
        return Page();
    }
}
