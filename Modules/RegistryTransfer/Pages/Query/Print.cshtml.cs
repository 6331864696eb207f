using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Reviews;
using Portal.Toolkit.Sheets;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>转学联系表: one A4 sheet with a field for each party to sign and stamp.</summary>
[RequirePermission(Permissions.Query)]
internal sealed class PrintModel(ApplicationDetailsQueries applications, ReviewQueries reviews, SheetCodeService codes, IUnitTree tree) : SheetPageModel(applications, reviews, codes)
{
    /// <summary>The parties in the order of the route, with what they decided so far.</summary>
    public IReadOnlyList<(ReviewStep Step, string Unit, ReviewStepRecord? Decision)> Parties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var route = Kind == ApplicationKind.Transfer ? ApplicationRoutes.Transfer : ApplicationRoutes.PostGraduation;
        Parties =
        [
            .. Timeline.Review.Order
                .Select(route.Find)
                .OfType<ReviewStep>()
                .Select(step => (step, Decision: Steps.FirstOrDefault(record => record.StepKey == step.Key)))
                .Select(pair => (pair.step, UnitOf(pair.step, pair.Decision), pair.Decision)),
        ];
        return Page();
    }

    private string UnitOf(ReviewStep step, ReviewStepRecord? decision) => decision?.UnitId is { } unitId ? tree.Find(unitId)?.Name ?? ""
        : step.Key == ApplicationRoutes.InSchool ? Application.InSchoolName
        : step.Key == ApplicationRoutes.OutSchool ? Application.OutSchoolName
        : Application.StepKey == step.Key ? Application.WaitingUnitName
        : "";
}
