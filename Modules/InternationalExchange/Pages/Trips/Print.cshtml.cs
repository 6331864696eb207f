using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Reviews;

namespace Portal.InternationalExchange.Pages.Trips;

/// <summary>出国报备表, after the approval 出访任务书: one sheet for whoever may read the trip.</summary>
[RequireSignedIn]
internal sealed class PrintModel(RecordQueries records, RecordTextService texts) : PageModel
{
    private static readonly string[] _fields = ["kind", "mode", "countries", "inviter", "task", "funding", "budget", "taskApprovalNo"];

    public RecordDetails Details { get; private set; } = null!;

    public RecordView Trip => Details.Record;

    public bool IsApproved => Trip.IsIn("approved", "docs-out", "abroad", "returned-home", "summary-filed", "closed", "archived");

    public string Title => IsApproved ? "因公出国（境）任务书" : "因公出国（境）报备表";

    /// <summary>Days abroad with those of departure and arrival.</summary>
    public int Days => TripDates.Length(Trip);

    /// <summary>Label and text, without what is empty.</summary>
    public IEnumerable<(string Label, string Text)> Facts =>
        from id in _fields
        let asked = Details.Type.Find(id)
        let text = texts.Of(asked, Trip)
        where text.Length > 0
        select (asked.Label, text);

    /// <summary>Steps that were decided, in force.</summary>
    public IEnumerable<(string Label, ReviewStepRecord Step)> Decisions =>
        from step in Details.Timeline?.Steps ?? []
        where step is { Superseded: false, Decision: not null and not ReviewDecision.Skip }
        let label = Details.Type.Route.FirstOrDefault(known => known.Key == step.StepKey)?.Label
        where label is not null
        select (label, step);

    public string TextOf(string rows, string column, RecordValues row) => texts.Of(Details.Type.Find(rows)!.Columns!.First(found => found.Id == column), row);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(StaffTripType.TypeKey, id, cancellationToken) is not { } details)
            return NotFound();
        Details = details;
        return Page();
    }
}
