using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes.Steps;

[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class DeleteModel(StepQueries queries, StepCommands commands) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "scheme")]
    public long SchemeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Step Step { get; private set; } = new();

    public IReadOnlyList<string> Dependents { get; private set; } = [];

    public int Records { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var steps = await queries.ListAsync(SchemeId, cancellationToken);
        if (steps.FirstOrDefault(step => step.Id == Id) is not { } found)
            return NotFound();
        Step = found;
        Version = found.Version;
        Dependents = [.. steps.Where(step => step.PrerequisiteIds.Contains(Id)).Select(step => step.Name)];
        Records = await queries.CountRecordsAsync(Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await commands.DeleteAsync(SchemeId, Id, Version, cancellationToken);
            TempData["Success"] = "环节已删除。";
            return RedirectToPage("/Schemes/Details", new { id = SchemeId });
        }
        catch (RefusedException refusal)
        {
            ModelState.Add(refusal);
        }
        catch (StaleException)
        {
            ModelState.AddModelError("", "这个环节刚被其他人修改，没有删除。请核对下面的内容后再决定。");
            ModelState.Remove(nameof(Version));
        }

        return await OnGetAsync(cancellationToken);
    }
}
