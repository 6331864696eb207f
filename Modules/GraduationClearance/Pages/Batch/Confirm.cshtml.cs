using System.Globalization;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>The dialog of 批量办理: 环节选择, 审核记录, 通过 or 不通过, with the number and names of those it touches.</summary>
[RequirePermission(Permissions.Decide)]
public sealed class ConfirmModel(OperatorStepQueries operatorSteps, SchemeQueries schemes, BatchQueries students, BatchCommands batches) : PageModel
{
    /// <summary>More are handled in parts, or by import: one transaction stays short.</summary>
    public const int MostStudents = 5000;

    [BindProperty(Name = "filter")]
    public BatchForm Filter { get; set; } = new();

    /// <summary>Ticked rows as <c>student-version</c>.</summary>
    [BindProperty(Name = "ticks")]
    public string[] Ticks { get; set; } = [];

    /// <summary>The whole result of the filter instead of the ticks.</summary>
    [BindProperty(Name = "all")]
    public bool All { get; set; }

    /// <summary>How many were shown when 选择全部 was confirmed.</summary>
    [BindProperty(Name = "counted")]
    public int Counted { get; set; }

    [BindProperty(Name = "stepId")]
    public long? StepId { get; set; }

    [BindProperty(Name = "note")]
    public string? Note { get; set; }

    [BindProperty(Name = "intent")]
    public string? Intent { get; set; }

    public Scheme? Scheme { get; private set; }

    public IReadOnlyList<OperatorStep> Steps { get; private set; } = [];

    public IReadOnlyList<StudentFacts> Students { get; private set; } = [];

    public int Count { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>The dialog can only be reached by a post; its address alone leads back to the list.</summary>
    public IActionResult OnGet() => RedirectToPage("/Batch/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Count > 0)
            return Page();
        TempData["Error"] = "请先选择学生";
        return RedirectToPage("/Batch/Index", Filter.ToFilter().Route());
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (StepId is not { } stepId)
            return Refuse("请选择环节");
        if (Intent is not ("pass" or "fail"))
            return Refuse("请选择办理结果");
        if (All && Counted != Count)
            return Refuse($"符合条件的学生已从 {Counted} 人变为 {Count} 人，请核对后再确认。");
        if (All && Count > MostStudents)
            return Refuse($"一次最多办理 {MostStudents} 人，请按院系或专业分次办理，或使用批量导入。");
        try
        {
            var targets = All
                ? [.. (await students.ListIdsAsync(Filter.ToFilter(), IndexModel.ReachOf(Steps, Filter.Step), MostStudents, cancellationToken)).Select(id => (id, (int?)null))]
                : ParseTicks();
            var result = await batches.DecideAsync(Scheme!.Id, stepId, Intent == "pass", Note?.Trim() ?? "", targets, cancellationToken);
            return RedirectToPage("/Batch/Result", new { id = result.BatchId });
        }
        catch (RefusedException refusal)
        {
            return Refuse(refusal.Message);
        }
    }

    private PageResult Refuse(string problem)
    {
        Problem = problem;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Filter.Scheme is not { } schemeId)
            return false;
        Scheme = await schemes.FindAsync(schemeId, cancellationToken);
        Steps = await operatorSteps.ListAsync(schemeId, cancellationToken);
        if (Scheme is null || Steps.Count == 0)
            return false;
        StepId ??= Filter.Step ?? (Steps is [var only] ? only.Id : null);
        var reach = IndexModel.ReachOf(Steps, Filter.Step);
        if (All)
        {
            Count = await students.CountAsync(Filter.ToFilter(), reach, cancellationToken);
            return true;
        }

        var ticks = ParseTicks();
        Count = ticks.Count;
        Students = Count == 0 ? [] : await students.ListTickedAsync(schemeId, reach, ticks.Select(tick => tick.StudentId), cancellationToken);
        return true;
    }

    // A version belongs to the step that the list showed; for another step the rules alone decide.
    private List<(long StudentId, int? Version)> ParseTicks()
    {
        var ticks = new List<(long StudentId, int? Version)>();
        foreach (var tick in Ticks)
        {
            var parts = tick.Split('-');
            if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            var shown = StepId == Filter.Step && parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : (int?)null;
            ticks.Add((id, shown));
        }

        return ticks;
    }
}
