using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes;

/// <summary>The confirmation of 开放, 关闭, 重新打开 and 归档: what it means, whom it touches, what is missing.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class StatusModel(SchemeQueries schemes, ReadinessQueries readiness, SchemeCommands commands) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public SchemeStatus To { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public Scheme Scheme { get; private set; } = new();

    public Readiness Readiness { get; private set; } = new() { Issues = [] };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(Id, cancellationToken) is not { } scheme || !SchemeStatusRules.Next(scheme.Status).Contains(To))
            return NotFound();
        Scheme = scheme;
        Version = scheme.Version;
        Readiness = await readiness.CheckAsync(scheme, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await commands.ChangeStatusAsync(Id, Version, To, Form.Reason?.Trim() ?? "", cancellationToken);
            TempData["Success"] = $"方案现在{Words.Of(To)}。";
            return RedirectToPage("/Schemes/Details", new { id = Id });
        }
        catch (RefusedException refusal)
        {
            ModelState.Add(refusal);
        }
        catch (StaleException stale)
        {
            ModelState.AddModelError("", stale.Message);
            ModelState.Remove(nameof(Version));
        }

        var shown = await OnGetAsync(cancellationToken);
        if (shown is NotFoundResult)
            TempData["Warning"] = "方案的状态已被其他人改变，请核对。";
        return shown is NotFoundResult ? RedirectToPage("/Schemes/Details", new { id = Id }) : shown;
    }
}

public sealed record ReasonForm
{
    public string? Reason { get; init; }
}
