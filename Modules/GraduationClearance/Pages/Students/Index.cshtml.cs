using Microsoft.AspNetCore.RateLimiting;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Model;
using Portal.Web;

namespace Portal.GraduationClearance.Pages.Students;

/// <summary>学生离校信息查询: who stands where, step by step.</summary>
[RequirePermission(Permissions.Query)]
[EnableRateLimiting(RateLimits.LookUp)]
public sealed class IndexModel(
    SchemeQueries schemes, QueryReachQueries reaches, DepartmentQueries departments, StepHeadQueries steps, StudentQueries students, StudentExportService export, IUnitContext context) : PageModel
{
    private DepartmentReach _reach = DepartmentReach.None;

    [BindProperty(SupportsGet = true)]
    public StudentFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    [FromForm(Name = "fullId")]
    public bool FullId { get; set; }

    [FromForm(Name = "reason")]
    public string? Reason { get; set; }

    public SchemePicker Picker { get; private set; } = new([], null);

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public IReadOnlyList<StepHead> Steps { get; private set; } = [];

    public KeysetPage<MatrixRow> List { get; private set; } = KeysetPage.Empty<MatrixRow>();

    /// <summary>How many the filter finds, as text.</summary>
    public string Total { get; private set; } = "";

    public bool MayDecide => context.Has(Permissions.Decide);

    public bool MayExport => context.Has(Permissions.Export);

    public bool MayExportFullId => MayExport && context.Has(Permissions.ViewIdCard);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        if (!MayExport || (FullId && !MayExportFullId))
            return Forbid();
        if (!await LoadAsync(cancellationToken) || Picker.Current is not { } scheme)
            return NotFound();
        if (FullId && string.IsNullOrWhiteSpace(Reason))
            ModelState.AddModelError("reason", "导出完整身份证号须填写原因");
        if (Reason?.Length > ExportLogCommands.MaxReason)
            ModelState.AddModelError("reason", $"原因超过 {ExportLogCommands.MaxReason} 字");
        if (!ModelState.IsValid)
            return Page();
        var description = Filter.Describe(scheme.Name, Departments.FirstOrDefault(department => department.Id == Filter.DepartmentId)?.Name);
        return await export.FileAsync(Filter, _reach, description, FullId ? Reason!.Trim() : null, cancellationToken);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Picker = SchemePicker.Of(await schemes.ListVisibleAsync(cancellationToken), Filter.SchemeId);
        if (Picker.Current is not { } scheme)
            return Filter.SchemeId is null;
        Filter = Filter with { SchemeId = scheme.Id };
        _reach = await reaches.FindAsync(scheme.Id, cancellationToken);
        Departments = await departments.ListAsync(scheme.Id, _reach, cancellationToken);
        Steps = await steps.ListAsync(scheme.Id, cancellationToken);
        List = await students.ListAsync(Filter, _reach, Steps, After, Before, cancellationToken);
        var total = List is { HasPrevious: false, HasNext: false } ? List.Rows.Count : await students.CountAsync(Filter, _reach, cancellationToken);
        Total = total > StudentQueries.MostCounted ? $"{StudentQueries.MostCounted} 人以上" : $"{total} 人";
        return true;
    }
}
