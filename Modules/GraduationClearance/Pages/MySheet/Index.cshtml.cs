using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.MySheet;

/// <summary>我的离校: the student's own flow, and nobody else's.</summary>
[RequirePermission(Permissions.OwnSheet)]
public sealed class IndexModel(MySheetQueries sheets, OverallStateQueries states, IUnitContext context, IUnitTree tree) : PageModel
{
    public IReadOnlyList<SheetHead> Sheets { get; private set; } = [];

    public SheetHead? Sheet { get; private set; }

    public IReadOnlyList<SheetStep> Steps { get; private set; } = [];

    public int Required => Steps.Count(step => step.IsRequired && step.Mode == StepMode.Manual && step.Status != StepStatus.NotRequired);

    public int Open => Steps.Count(step => step.HoldsUp);

    /// <summary>已办结: every required step is passed; the certificates may be fetched, or have been.</summary>
    public bool IsComplete { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? student, CancellationToken cancellationToken)
    {
        Sheets = [.. (await sheets.ListAsync(context.Person!.Account, cancellationToken)).Where(sheet => sheet.IsOf(context, tree))];
        if (student is not null && Sheets.All(sheet => sheet.Id != student))
            return Forbid();
        Sheet = student is null ? (Sheets is [var first, ..] ? first : null) : Sheets.Single(sheet => sheet.Id == student);
        if (Sheet is null)
            return Page();
        Steps = await sheets.ListStepsAsync(Sheet.Id, cancellationToken);
        IsComplete = Sheet.Status == RosterStatus.Active && (await states.FindAsync([Sheet.Id], cancellationToken)).GetValueOrDefault(Sheet.Id).IsCleared();
        return Page();
    }
}
