using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes;

[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class CopyModel(SchemeQueries schemes, SchemeListQueries list, StepCopyCommands commands) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    public Scheme Target { get; private set; } = new();

    public IReadOnlyList<SchemeSummary> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(Id, cancellationToken) is not { } scheme)
            return NotFound();
        Target = scheme;
        Sources = [.. (await list.ListAsync(cancellationToken)).Where(source => source.Id != Id && source.Steps > 0)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "from")] long from, CancellationToken cancellationToken)
    {
        try
        {
            var steps = await commands.CopyAsync(from, Id, cancellationToken);
            TempData["Success"] = $"已复制 {steps} 个环节及其授权，请核对办理地点、时间和授权。";
            return RedirectToPage("/Schemes/Details", new { id = Id });
        }
        catch (RefusedException refusal)
        {
            ModelState.Add(refusal);
            return await OnGetAsync(cancellationToken);
        }
    }
}
