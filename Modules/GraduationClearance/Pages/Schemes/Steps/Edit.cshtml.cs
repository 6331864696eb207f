using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages.Schemes.Steps;

[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class EditModel(SchemeQueries schemes, StepQueries queries, StepCommands commands, IUnitTree tree, IUnitContext context, LocalTime time) : PageModel
{
    private IReadOnlyList<Step> _steps = [];

    [BindProperty(SupportsGet = true, Name = "scheme")]
    public long SchemeId { get; set; }

    /// <summary>None for a new step.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public StepForm Form { get; set; } = new();

    public Scheme Scheme { get; private set; } = new();

    public IReadOnlyList<Step> Others => [.. _steps.Where(step => step.Id != Id && !step.IsFinal)];

    public IReadOnlyList<SelectListItem> Units => UnitOptions.All(tree, context);

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Stored is { } step)
        {
            Form = StepForm.Of(step, time);
            Version = step.Version;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            if (Id is { } id)
                await commands.UpdateAsync(SchemeId, id, Version, Form.ToFacts(time), cancellationToken);
            else
                await commands.CreateAsync(SchemeId, Form.ToFacts(time), cancellationToken);
            TempData["Success"] = $"环节“{Form.Name.Trim()}”已保存。";
            return RedirectToPage("/Schemes/Details", new { id = SchemeId });
        }
        catch (RefusedException refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }
        catch (StaleException)
        {
            if (!await LoadAsync(cancellationToken) || Stored is not { } stored)
                return NotFound();
            Differences = StaleDifference.Between(StepForm.Of(stored, time).Texts(tree, _steps), Form.Texts(tree, _steps));
            ModelState.Remove(nameof(Version));
            Version = stored.Version;
            return Page();
        }
    }

    private Step? Stored => _steps.FirstOrDefault(step => step.Id == Id);

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(SchemeId, cancellationToken) is not { } scheme)
            return false;
        Scheme = scheme;
        _steps = await queries.ListAsync(SchemeId, cancellationToken);
        return Id is null || Stored is not null;
    }
}
