using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes.Steps;

/// <summary>Asks before a grant ends or is deleted, and names whom it touches.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class EndGrantModel(StepQueries steps, GrantQueries queries, GrantCommands commands, IPostDirectory directory) : PageModel
{
    public const int MostNamed = 20;

    [BindProperty(SupportsGet = true, Name = "scheme")]
    public long SchemeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "delete")]
    public bool IsDeletion { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public GrantView View { get; private set; } = null!;

    public string StepName { get; private set; } = "";

    /// <summary>王老师（t7）· 图书馆, one line a post.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    public bool IsLast { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var grants = await queries.ListAsync(SchemeId, cancellationToken);
        if (grants.FirstOrDefault(grant => grant.Grant.Id == Id) is not { } view || await steps.FindAsync(SchemeId, view.Grant.StepId, cancellationToken) is not { } step)
            return NotFound();
        (View, StepName, Version) = (view, step.Name, view.Grant.Version);
        IsLast = view.State == GrantState.Valid && grants.Count(grant => grant.Grant.StepId == step.Id && grant.State == GrantState.Valid) == 1;
        if (view.State == GrantState.Valid)
        {
            var people = (await directory.ListPeopleAsync([.. view.Posts.Select(post => post.PersonId).Distinct()], cancellationToken)).ToDictionary(person => person.Id);
            People = [.. view.Posts.Where(post => people.ContainsKey(post.PersonId)).Select(post => $"{people[post.PersonId].Name}（{people[post.PersonId].Account}）· {post.UnitName}")];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var version = Version;
        if (await OnGetAsync(cancellationToken) is not PageResult page)
            return NotFound();
        try
        {
            if (IsDeletion)
                await commands.DeleteAsync(SchemeId, Id, version, cancellationToken);
            else
                await commands.EndAsync(SchemeId, Id, version, cancellationToken);
            TempData["Success"] = IsDeletion ? "授权已删除，立即生效。" : "授权已结束，立即生效。";
            return RedirectToPage("/Schemes/Steps/Grants", new { scheme = SchemeId, id = View.Grant.StepId });
        }
        catch (RefusedException refusal)
        {
            ModelState.Add(refusal);
        }
        catch (StaleException)
        {
            ModelState.AddModelError("", "这项授权刚被其他人修改，没有改动。请核对下面的内容后再决定。");
            ModelState.Remove(nameof(Version));
        }

        return page;
    }
}
