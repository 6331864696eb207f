using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.Workbench.Pages.Records;

/// <summary>Leads from what a review is about, a record or a change request of one, to the record's page.</summary>
[RequireSignedIn]
internal sealed class ReviewModel(RecordQueries records, RecordCatalog catalog) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long subjectId, CancellationToken cancellationToken) =>
        await records.FindReviewedAsync(subjectId, cancellationToken) is { } record
            ? LocalRedirect($"~{RecordAddress.PageOf(catalog.Get(record.Row.Type), record.Id)}")
            : NotFound();
}
