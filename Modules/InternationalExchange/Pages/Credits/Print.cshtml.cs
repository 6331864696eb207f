using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Sheets;

namespace Portal.InternationalExchange.Pages.Credits;

/// <summary>学分认定表: one A4 sheet with the decision and its check code.</summary>
[RequireSignedIn]
internal sealed class PrintModel(RecordQueries records, CreditSheetQueries sheets, SheetCodeService codes, RecordTextService texts) : PageModel
{
    /// <summary>Of the code on the sheet.</summary>
    public const string SheetKind = "exchange-credits";

    public CreditSheet Sheet { get; private set; } = null!;

    public string CollegeName { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string VerifyUrl { get; private set; } = "";

    /// <summary>QR code of <see cref="VerifyUrl"/> as a data address.</summary>
    public string QrImage { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(CreditRecognitionType.TypeKey, id, cancellationToken) is not { } details || await sheets.FindAsync(details.Record, cancellationToken) is not { } sheet)
            return NotFound();
        if (!sheet.IsDecided)
        {
            TempData["Error"] = "教务处登记结论后才能打印学分认定表。";
            return RedirectToPage("/Credits/Details", new { id });
        }

        Sheet = sheet;
        CollegeName = texts.UnitName(sheet.Stay.UnitId);
        Code = codes.CodeOf(SheetKind, id);
        VerifyUrl = codes.UrlOf(Code, this);
        QrImage = SheetCodeService.QrImage(VerifyUrl);
        return Page();
    }
}
