using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>批量办理: filter, tick, then the dialog.</summary>
[RequirePermission(Permissions.Decide)]
public sealed class IndexModel(
    SchemeQueries schemes, OperatorStepQueries operatorSteps, CounterQueries counters, BatchQueries students, DepartmentQueries departments, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public BatchFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    /// <summary>The scheme takes decisions now.</summary>
    public bool IsOpen => Picker.Current?.IsOpenAt(clock.GetUtcNow().UtcDateTime) == true;

    public SchemePicker Picker { get; private set; } = new([], null);

    public IReadOnlyList<OperatorStep> Steps { get; private set; } = [];

    public IReadOnlyList<StepCounters> Counters { get; private set; } = [];

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public IReadOnlyList<BatchRow> Rows { get; private set; } = [];

    public bool HasPrevious { get; private set; }

    public bool HasNext { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Picker = SchemePicker.Of(await schemes.ListVisibleAsync(cancellationToken), Filter.SchemeId);
        if (Picker.Current is not { } scheme)
            return Page();
        Filter = Filter with { SchemeId = scheme.Id };
        Steps = await operatorSteps.ListAsync(scheme.Id, cancellationToken);
        if (Steps.Count == 0)
            return Page();
        if (Filter.StepId is { } stepId && Steps.All(step => step.Id != stepId))
            return NotFound();
        Counters = await counters.ListAsync(Steps, cancellationToken);
        var reach = ReachOf(Steps, Filter.StepId);
        Departments = await departments.ListAsync(scheme.Id, reach, cancellationToken);
        await LoadPageAsync(reach, cancellationToken);
        return Page();
    }

    /// <summary>The chosen step's students, or those of any of the operator's steps.</summary>
    internal static DepartmentReach ReachOf(IReadOnlyList<OperatorStep> steps, long? stepId) =>
        steps.Where(step => stepId is null || step.Id == stepId).Select(step => step.Reach).Aggregate(DepartmentReach.None, (left, right) => left.Union(right));

    private async Task LoadPageAsync(DepartmentReach reach, CancellationToken cancellationToken)
    {
        var rows = await students.ListAsync(Filter, reach, After, Before, cancellationToken);
        var isFull = rows.Count > BatchQueries.PageSize;
        HasPrevious = Before is not null ? isFull : After is not null;
        HasNext = Before is not null || isFull;
        Rows = !isFull ? rows : Before is not null ? [.. rows.Skip(1)] : [.. rows.Take(BatchQueries.PageSize)];
    }
}
