using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes.Steps;

/// <summary>谁来办理: the grants of one step, effective at once.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class GrantsModel(
    StepQueries steps, GrantQueries queries, GrantCommands commands, IPostDirectory directory, IRolePermissions rolePermissions, IUnitTree tree, IUnitContext context) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "scheme")]
    public long SchemeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public GrantForm Form { get; set; } = new();

    public Step Step { get; private set; } = new();

    public IReadOnlyList<GrantView> Grants { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units => UnitOptions.All(tree, context);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await steps.FindAsync(SchemeId, Id, cancellationToken) is not { } step)
            return NotFound();
        Step = step;
        Grants = [.. (await queries.ListAsync(SchemeId, cancellationToken)).Where(grant => grant.Grant.StepId == Id)];
        Roles =
        [
            .. (await directory.ListRolesAsync(cancellationToken))
                .Where(role => rolePermissions.IsGranted(role.Id, Permissions.Decide))
                .Select(role => new SelectListItem(role.Name, $"{role.Id}")),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await commands.AddAsync(SchemeId, Id, await FactsAsync(cancellationToken), cancellationToken);
                TempData["Success"] = "授权已新增，立即生效。";
                return RedirectToPage(new { scheme = SchemeId, id = Id });
            }
            catch (RefusedException refusal)
            {
                ModelState.Add(refusal);
            }
        }

        return await OnGetAsync(cancellationToken);
    }

    private async Task<GrantFacts> FactsAsync(CancellationToken cancellationToken)
    {
        var account = Form.PersonId?.Trim() ?? "";
        var person = account.Length == 0 ? null : await directory.FindPersonAsync(account, cancellationToken)
            ?? throw new RefusedException($"没有账号为“{account}”的人员", nameof(Form.PersonId));
        return new GrantFacts
        {
            RoleId = Form.RoleId ?? 0,
            UnitId = Form.UnitId,
            PersonId = person?.Id,
            Scope = Form.Scope,
            CanRevoke = Form.CanRevoke,
            ValidFrom = Form.ValidFrom,
            ValidTo = Form.ValidTo,
        };
    }
}
