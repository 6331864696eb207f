using Portal.InternationalExchange.Pages.Credits;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Sheets;

namespace Portal.InternationalExchange.Pages.Verify;

/// <summary>Anybody who holds a printed 学分认定表 may check its code; the name is shown in part only.</summary>
internal sealed class IndexModel(SheetCodeService codes, RecordSightQueries sight, CreditSheetQueries sheets) : SheetCodePageModel
{
    public CreditSheet? Sheet { get; private set; }

    public override bool IsFound => Sheet is not null;

    public string MaskedName => PersonName.Mask(Sheet?.Stay.Person("student")?.Name ?? "");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (codes.Read(PrintModel.SheetKind, Code) is not { } id || await sight.ReadAsync(ExchangeBook.Id, found => found.FindAsync(id), cancellationToken) is not { } recognition)
            return;
        if (await sheets.FindAsync(recognition, cancellationToken) is { IsDecided: true } sheet)
            Sheet = sheet;
    }
}
