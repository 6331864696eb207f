using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes;

/// <summary>A scheme with what is missing, its steps in order, and the way to everything that belongs to it.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class DetailsModel(
    SchemeQueries schemes, StepQueries stepQueries, GrantQueries grantQueries, ReadinessQueries readiness, StepCommands commands, IUnitTree tree) : PageModel
{
    private ILookup<long, GrantView> _grants = Array.Empty<GrantView>().ToLookup(grant => grant.Grant.StepId);

    public Scheme Scheme { get; private set; } = new();

    public Readiness Readiness { get; private set; } = new() { Issues = [] };

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public bool IsChangeable => Scheme.Status is SchemeStatus.Draft or SchemeStatus.Open;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(id, cancellationToken) is not { } scheme)
            return NotFound();
        Scheme = scheme;
        Steps = await stepQueries.ListAsync(id, cancellationToken);
        _grants = (await grantQueries.ListAsync(id, cancellationToken)).Where(grant => grant.State != GrantState.Ended).ToLookup(grant => grant.Grant.StepId);
        Readiness = await readiness.CheckAsync(scheme, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostUpAsync(long id, long step, CancellationToken cancellationToken) => MoveAsync(id, step, up: true, cancellationToken);

    public Task<IActionResult> OnPostDownAsync(long id, long step, CancellationToken cancellationToken) => MoveAsync(id, step, up: false, cancellationToken);

    public string UnitName(long unitId) => tree.Find(unitId)?.Name ?? "单位已删除";

    public string Prerequisites(Step step) => step.IsFinal
        ? "其他全部必办环节"
        : string.Join("、", Steps.Where(other => step.PrerequisiteIds.Contains(other.Id)).Select(other => other.Name));

    /// <summary>Null where certificates decide the step.</summary>
    public IReadOnlyList<GrantView>? GrantsOf(Step step) => step.Mode == StepMode.Issue ? null : [.. _grants[step.Id]];

    private async Task<IActionResult> MoveAsync(long id, long step, bool up, CancellationToken cancellationToken)
    {
        try
        {
            await commands.MoveAsync(id, step, up, cancellationToken);
        }
        catch (RefusedException refusal)
        {
            TempData["Error"] = refusal.Message;
        }

        return RedirectToPage(new { id });
    }
}
