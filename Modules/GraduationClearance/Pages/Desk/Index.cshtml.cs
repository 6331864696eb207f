using Microsoft.AspNetCore.RateLimiting;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.Web;

namespace Portal.GraduationClearance.Pages.Desk;

/// <summary>现场办理: a counter with a queue in front of it.</summary>
[RequirePermission(Permissions.Decide)]
[EnableRateLimiting(RateLimits.LookUp)]
public sealed class IndexModel(
    SchemeQueries schemes, OperatorStepQueries operatorSteps, CounterQueries counters, DeskQueries desk,
    DecisionCommands decisions, RevocationCommands revocations, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "scheme")]
    public long? SchemeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "student")]
    public long? StudentId { get; set; }

    /// <summary>The scheme takes decisions now.</summary>
    public bool IsOpen => Picker.Current?.IsOpenAt(clock.GetUtcNow().UtcDateTime) == true;

    public SchemePicker Picker { get; private set; } = new([], null);

    public IReadOnlyList<OperatorStep> Steps { get; private set; } = [];

    public IReadOnlyList<StepCounters> Counters { get; private set; } = [];

    public IReadOnlyList<StudentFacts> Hits { get; private set; } = [];

    public StudentFacts? Student { get; private set; }

    public IReadOnlyList<StepRecord> Records { get; private set; } = [];

    public IReadOnlyList<RecentDecision> Recent { get; private set; } = [];

    /// <summary>A card was read and nobody in reach has its number, which is not shown again.</summary>
    public bool IsCardUnknown { get; private set; }

    /// <summary>What was typed into a decision that was refused, so that nothing is lost.</summary>
    public DecisionInput? Refused { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return StudentId is not null && Student is null ? NotFound() : Page();
    }

    /// <summary>By post, so that the number of a card that was read stands in no address; anything else becomes an address.</summary>
    public async Task<IActionResult> OnPostSearchAsync(CancellationToken cancellationToken)
    {
        var number = IdCardNumber.Normalize(Search ?? "");
        if (number.Length != 18 || !IdCardNumber.HasForm(number))
            return RedirectToPage(new { scheme = SchemeId, q = Search?.Trim() });
        (Search, StudentId) = (null, null);
        await LoadAsync(cancellationToken);
        if (Picker.Current is { } scheme && Steps.Count > 0 && await desk.FindByCardAsync(scheme.Id, Reach, number, cancellationToken) is { } studentId)
            return RedirectToPage(new { scheme = scheme.Id, student = studentId });
        IsCardUnknown = true;
        return Page();
    }

    public async Task<IActionResult> OnGetCountersAsync(CancellationToken cancellationToken)
    {
        await LoadStepsAsync(cancellationToken);
        return Partial("_StepCounters", this);
    }

    public async Task<IActionResult> OnPostDecideAsync(DecisionInput input, CancellationToken cancellationToken)
    {
        if (SchemeId is not { } schemeId || StudentId is not { } studentId)
            return NotFound();
        if (input.Result is not ("pass" or "fail"))
            return await RefuseAsync(input, "请选择办理结果", cancellationToken);
        if (input.Version is null)
            return await RefuseAsync(input, "页面不完整，请刷新后再办理", cancellationToken);
        try
        {
            var result = await decisions.DecideAsync(
                new Decision
                {
                    SchemeId = schemeId,
                    StepId = input.StepId,
                    Source = DecisionSource.Single,
                    Targets = [new DecisionTarget(studentId, input.Version, input.Result == "pass", input.Remark?.Trim() ?? "")],
                },
                cancellationToken);
            var row = result.Rows[0];
            if (row.Outcome == DecisionOutcome.OutOfReach)
                return NotFound();
            if (row.Outcome == DecisionOutcome.Refused)
                return await RefuseAsync(input, row.Message, cancellationToken);
            TempData[row.Outcome == DecisionOutcome.Handled ? "Success" : "Warning"] = $"{row.StudentNo} {row.Name}：{row.Message}";
            return RedirectToPage(new { scheme = schemeId });
        }
        catch (RefusedException refusal)
        {
            return await RefuseAsync(input, refusal.Message, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostRevokeAsync(DecisionInput input, string? reason, CancellationToken cancellationToken)
    {
        if (SchemeId is not { } schemeId || StudentId is not { } studentId)
            return NotFound();
        if (!await revocations.MayRevokeAsync(schemeId, input.StepId, cancellationToken))
            return Forbid();
        try
        {
            await revocations.RevokeAsync(schemeId, input.StepId, studentId, input.Version ?? 0, reason?.Trim() ?? "", cancellationToken);
            TempData["Success"] = "已撤销，该环节恢复为未办理。";
            return RedirectToPage(new { scheme = schemeId, student = studentId });
        }
        catch (RefusedException refusal)
        {
            return await RefuseAsync(input with { Remark = reason }, refusal.Message, cancellationToken);
        }
    }

    private DepartmentReach Reach => Steps.Select(step => step.Reach).Aggregate((left, right) => left.Union(right));

    private async Task<IActionResult> RefuseAsync(DecisionInput input, string problem, CancellationToken cancellationToken)
    {
        (Refused, Problem) = (input, problem);
        await LoadAsync(cancellationToken);
        return Student is null ? NotFound() : Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadStepsAsync(cancellationToken);
        if (Picker.Current is not { } scheme || Steps.Count == 0)
            return;
        Recent = await desk.ListRecentAsync(scheme.Id, cancellationToken);
        if (StudentId is { } studentId)
            Student = await desk.FindAsync(scheme.Id, Reach, studentId, cancellationToken);
        else if (!string.IsNullOrWhiteSpace(Search))
            Hits = await desk.SearchAsync(scheme.Id, Reach, Search.Trim(), cancellationToken);
        if (Student is null && Hits is [var only])
            Student = only;
        if (Student is not null)
            Records = await desk.ListRecordsAsync(Student.Id, cancellationToken);
    }

    private async Task LoadStepsAsync(CancellationToken cancellationToken)
    {
        Picker = SchemePicker.Of(await schemes.ListVisibleAsync(cancellationToken), SchemeId);
        if (Picker.Current is not { } scheme)
            return;
        Steps = await operatorSteps.ListAsync(scheme.Id, cancellationToken);
        Counters = await counters.ListAsync(Steps, cancellationToken);
    }
}
