using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Roster;

namespace Portal.GraduationClearance.Pages.Schemes.Roster;

/// <summary>The confirmation of 移出.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class RemoveModel(RosterQueries queries, RemovalCommands commands) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "scheme")]
    public long SchemeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public RosterRow Row { get; private set; } = new();

    public int Decided { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(SchemeId, Id, cancellationToken) is not { } row)
            return NotFound();
        Row = row;
        Version = row.Version;
        Decided = await queries.CountDecidedAsync(Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await commands.RemoveAsync(SchemeId, Id, Version, Form.Reason ?? "", cancellationToken);
            TempData["Success"] = "已移出名单，统计随之更新。";
            return RedirectToPage("/Schemes/Roster/Edit", new { scheme = SchemeId, id = Id });
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

        return await OnGetAsync(cancellationToken);
    }
}
