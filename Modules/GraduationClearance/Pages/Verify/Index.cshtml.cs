using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Pages.MySheet;
using Portal.Toolkit.Sheets;
using Portal.Web;

namespace Portal.GraduationClearance.Pages.Verify;

/// <summary>Anybody who holds a printed sheet may check its code; the name is shown in part only.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.LookUp)]
public sealed class IndexModel(SheetCodeService codes, MySheetQueries sheets, OverallStateQueries states) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public SheetHead? Sheet { get; private set; }

    public bool IsComplete { get; private set; }

    public string MaskedName => Sheet is null ? "" : string.Concat(Sheet.Name.EnumerateRunes().Select((rune, index) => index == 0 ? rune.ToString() : "＊"));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (codes.Read(PrintModel.SheetKind, Code) is not { } studentId)
            return;
        Sheet = await sheets.FindAsync(studentId, cancellationToken);
        IsComplete = Sheet is { Status: RosterStatus.Active } && (await states.FindAsync([studentId], cancellationToken)).GetValueOrDefault(studentId).IsCleared();
    }
}
