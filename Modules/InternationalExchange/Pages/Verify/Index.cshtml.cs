using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Portal.InternationalExchange.Pages.Credits;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Sheets;
using Portal.Web;

namespace Portal.InternationalExchange.Pages.Verify;

/// <summary>Anybody who holds a printed 学分认定表 may check its code; the name is shown in part only.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.LookUp)]
internal sealed class IndexModel(SheetCodeService codes, RecordSightQueries sight, CreditSheetQueries sheets) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public CreditSheet? Sheet { get; private set; }

    public string MaskedName => string.Concat((Sheet?.Stay.Person("student")?.Name ?? "").EnumerateRunes().Select((rune, index) => index == 0 ? rune.ToString() : "＊"));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (codes.Read(PrintModel.SheetKind, Code) is not { } id || await sight.ReadAsync(ExchangeBook.Id, found => found.FindAsync(id), cancellationToken) is not { } recognition)
            return;
        if (await sheets.FindAsync(recognition, cancellationToken) is { IsDecided: true } sheet)
            Sheet = sheet;
    }
}
