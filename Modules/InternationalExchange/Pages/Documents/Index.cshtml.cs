using Portal.InternationalExchange.Students;
using Portal.Toolkit.Components;

namespace Portal.InternationalExchange.Pages.Documents;

/// <summary>证照保管: the documents of one desk. The other desk does not exist for whoever keeps none of its documents.</summary>
[RequireSignedIn]
internal sealed class IndexModel(DocumentDeskQueries documents, IUnitTree units) : PageModel
{
    private const int LeastDigitsOfNumber = 6;

    [BindProperty(SupportsGet = true)]
    public DocumentFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public long? After { get; set; }

    public DocumentDesk Desk { get; private set; } = DocumentDesk.Official;

    public KeysetPage<DocumentRow> List { get; private set; } = KeysetPage.Empty<DocumentRow>();

    public DocumentCounts Counts { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string desk, CancellationToken cancellationToken)
    {
        if (DocumentDesk.Find(desk) is not { } found || !documents.MayKeep(found))
            return NotFound();
        Desk = found;
        Counts = await documents.CountAsync(found, cancellationToken);
        List = await documents.ListAsync(found, Filter, After, cancellationToken);
        return Page();
    }

    /// <summary>By post, so that a full number stands in no address and no log.</summary>
    public async Task<IActionResult> OnPostFindAsync(string desk, string? q, CancellationToken cancellationToken)
    {
        if (DocumentDesk.Find(desk) is not { } found)
            return NotFound();
        if (!documents.MayKeep(found))
            return Forbid();
        var text = q?.Trim() ?? "";
        if (text.Count(char.IsAsciiDigit) < LeastDigitsOfNumber || text.Contains('-', StringComparison.Ordinal))
            return RedirectToPage(new { desk, q = text, show = Filter.Show });
        if (await documents.FindByNumberAsync(found, Passports.Normalise(text), cancellationToken) is { } document)
            return RedirectToPage(new { desk, q = document.No });
        TempData["Warning"] = "没有这个证号的证照。请核对号码，或按持有人姓名、证号后四位查询。";
        return RedirectToPage(new { desk });
    }

    public CounterCards Cards() => new()
    {
        Cards =
        [
            Card("在库", Counts.InCustody, "in-custody", null),
            Card("已领出", Counts.Lent, "out", null),
            Card("逾期", Counts.Overdue, DocumentFilter.Overdue, Counts.Overdue > 0 ? StateKind.Overdue : null),
            Card("待上交", Counts.Expected, "expected", null),
            Card($"{DocumentFilter.DaysOfExpiring} 天内到期", Counts.Expiring, DocumentFilter.Expiring, Counts.Expiring > 0 ? StateKind.SourceFault : null),
        ],
    };

    public string UnitName(DocumentRow row) => units.Find(row.Document.Unit("holderUnit") ?? 0)?.Name ?? "";

    public string? Link(Dictionary<string, string> route) => Url.Page("Index", new Dictionary<string, string>(route) { ["desk"] = Desk.Facet });

    public string? MoveUrl(string move) => Url.Page("Handover", new { desk = Desk.Facet, move });

    private CounterCard Card(string label, long count, string show, StateKind? kind)
    {
        var isActive = Filter.Show == show;
        return new() { Label = label, Value = $"{count:N0}", Unit = "本", Url = Link(isActive ? [] : new() { ["show"] = show }), IsActive = isActive, Kind = kind };
    }
}
