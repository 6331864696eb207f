using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Pages.MySheet;
using Portal.Toolkit.Sheets;

namespace Portal.GraduationClearance.Pages.Verify;

/// <summary>Anybody who holds a printed sheet may check its code; the name is shown in part only.</summary>
public sealed class IndexModel(SheetCodeService codes, MySheetQueries sheets, OverallStateQueries states) : SheetCodePageModel
{
    public SheetHead? Sheet { get; private set; }

    public override bool IsFound => Sheet is not null;

    public bool IsComplete { get; private set; }

    public string MaskedName => PersonName.Mask(Sheet?.Name ?? "");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (codes.Read(PrintModel.SheetKind, Code) is not { } studentId)
            return;
        Sheet = await sheets.FindAsync(studentId, cancellationToken);
        IsComplete = Sheet is { Status: RosterStatus.Active } && (await states.FindAsync([studentId], cancellationToken)).GetValueOrDefault(studentId).IsCleared();
    }
}
