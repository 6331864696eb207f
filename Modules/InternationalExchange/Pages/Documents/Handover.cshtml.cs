using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Pages.Documents;

/// <summary>领用、归还、登记上交 of what was ticked: names the documents, asks what the move asks for.</summary>
[RequireSignedIn]
internal sealed class HandoverModel(DocumentDeskQueries documents, DocumentDeskCommands commands, RecordInputService inputs, RecordCatalog catalog) : RecordCommandPageModel
{
    private static readonly string[] _moves = ["lend", "return", "hand-in"];

    [FromRoute(Name = "desk")]
    public string DeskKey { get; set; } = "";

    [FromRoute(Name = "move")]
    public string MoveKey { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "ticks")]
    public string[] Ticks { get; set; } = [];

    public DocumentDesk Desk => DocumentDesk.Find(DeskKey)!;

    public RecordMove Move => catalog.Get(TravelDocumentType.TypeKey).FindMove(MoveKey)!;

    /// <summary>Those the move can be made with.</summary>
    public IReadOnlyList<DocumentRow> Rows { get; private set; } = [];

    /// <summary>Those in another state.</summary>
    public IReadOnlyList<DocumentRow> Others { get; private set; } = [];

    /// <summary>What the move asks for at this desk, with what was typed.</summary>
    public IReadOnlyList<(Field Field, string Typed)> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsKnown() || !documents.MayKeep(Desk))
            return NotFound();
        await LoadAsync(new Dictionary<string, string>(), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsKnown())
            return NotFound();
        if (!documents.MayKeep(Desk))
            return Forbid();
        var input = await inputs.ReadAsync(catalog.Get(TravelDocumentType.TypeKey), Request.Form, IsAsked, withCommon: false, cancellationToken);
        DocumentHandover? result = null;
        if (await TryAsync(async () => result = await commands.RunAsync(Desk, MoveKey, Parsed(), input, null, cancellationToken)) is { } refusal)
        {
            await LoadAsync(input.Typed, cancellationToken);
            return Answer(refusal);
        }

        Tell(result!);
        return RedirectToPage("Index", new { desk = DeskKey });
    }

    public string? Error(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    private bool IsKnown() => DocumentDesk.Find(DeskKey) is not null && _moves.Contains(MoveKey);

    private bool IsAsked(Field field) => field.AskedBy == MoveKey && field.Kind != FieldKind.File && field.Id == "trip" == (Desk == DocumentDesk.Official);

    private DocumentTick[] Parsed() => [.. Ticks.Select(DocumentTick.Parse).OfType<DocumentTick>().DistinctBy(tick => tick.Id).Take(KeysetPage.Size)];

    private void Tell(DocumentHandover result)
    {
        if (result.Done.Count > 0)
            TempData["Success"] = $"已{Move.Label} {result.Done.Count} 本：{string.Join('、', result.Done)}。";
        if (result.Refused.Count > 0)
            TempData["Error"] = $"{result.Refused.Count} 本没有办理。{string.Join('；', result.Refused)}。";
        if (result is { Done.Count: 0, Refused.Count: 0 })
            TempData["Warning"] = "没有选择证照。";
    }

    private async Task LoadAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        var rows = await documents.FindAsync(Desk, [.. Parsed().Select(tick => tick.Id)], cancellationToken);
        Rows = [.. rows.Where(row => Move.From.Contains(row.Document.State))];
        Others = [.. rows.Except(Rows)];
        Fields = [.. catalog.Get(TravelDocumentType.TypeKey).Fields.Where(IsAsked).Select(field => (field, typed.GetValueOrDefault(field.Id, "")))];
    }
}
