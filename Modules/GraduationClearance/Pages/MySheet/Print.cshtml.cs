using Portal.GraduationClearance.Model;
using Portal.Toolkit.Sheets;

namespace Portal.GraduationClearance.Pages.MySheet;

/// <summary>The printed 离校单 with its verification code; only when everything required is done.</summary>
[RequirePermission(Permissions.OwnSheet)]
public sealed class PrintModel(MySheetQueries sheets, OverallStateQueries states, SheetCodeService codes, IUnitContext context, IUnitTree tree) : PageModel
{
    /// <summary>Of the code on a 离校单.</summary>
    public const string SheetKind = "clearance-sheet";

    public SheetHead Sheet { get; private set; } = new();

    public IReadOnlyList<SheetStep> Steps { get; private set; } = [];

    public string Code { get; private set; } = "";

    public string VerifyUrl { get; private set; } = "";

    /// <summary>QR code of <see cref="VerifyUrl"/> as a data address.</summary>
    public string QrImage { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long student, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(student, cancellationToken) is not { } sheet || !sheet.IsOf(context, tree))
            return Forbid();
        Steps = await sheets.ListStepsAsync(student, cancellationToken);
        if (sheet.Status == RosterStatus.Removed || !(await states.FindAsync([student], cancellationToken)).GetValueOrDefault(student).IsCleared())
        {
            TempData["Error"] = sheet.Status == RosterStatus.Removed ? "您已移出本方案，不能打印离校单。" : "还有必办环节未办结，暂不能打印离校单。";
            return RedirectToPage("/MySheet/Index", new { student });
        }

        Sheet = sheet;
        Code = codes.CodeOf(SheetKind, student);
        VerifyUrl = codes.UrlOf(Code, this);
        QrImage = SheetCodeService.QrImage(VerifyUrl);
        return Page();
    }
}
