using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Credits;

/// <summary>学分认定, line by line: the course abroad with its grade beside the course at home with the converted one.</summary>
[RequireSignedIn]
internal sealed class DetailsModel(RecordQueries records, CreditSheetQueries sheets, CreditDecisionCommands decisions, LocalTime local) : RecordCommandPageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    public RecordDetails Details { get; private set; } = null!;

    public CreditSheet Sheet { get; private set; } = null!;

    public bool MayDecide => Details.Moves.Any(move => move.Key == CreditDecisionCommands.Move);

    public string Today => $"{local.Today:yyyy-MM-dd}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (await TryAsync(async () => await decisions.DecideAsync(Sheet, Version, Request.Form, cancellationToken)) is { } refusal)
            return await LoadAsync(cancellationToken) ? Answer(refusal) : NotFound();
        TempData["Success"] = "认定结论已登记，学生已接到通知。";
        return RedirectToPage("/Credits/Details", new { Id });
    }

    /// <summary>What stands in an input: as it was typed, else as it is stored.</summary>
    public string Typed(string name, string? stored) => Request.HasFormContentType ? Request.Form[name].ToString() : stored ?? "";

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await records.FindAsync(CreditRecognitionType.TypeKey, Id, cancellationToken) is not { } details || await sheets.FindAsync(details.Record, cancellationToken) is not { } sheet)
            return false;
        (Details, Sheet) = (details, sheet);
        return true;
    }
}
