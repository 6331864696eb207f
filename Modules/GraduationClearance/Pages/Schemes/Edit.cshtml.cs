using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages.Schemes;

[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class EditModel(SchemeQueries schemes, SchemeCommands commands, LocalTime time) : PageModel
{
    /// <summary>None for a new scheme.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public SchemeForm Form { get; set; } = new();

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Id is not { } id)
        {
            Form = new SchemeForm { SeasonYear = time.Today.Year, SeasonMonth = time.Today.Month <= 6 ? 6 : 12 };
            return Page();
        }

        if (await schemes.FindAsync(id, cancellationToken) is not { } scheme)
            return NotFound();
        Form = SchemeForm.Of(scheme, time);
        Version = scheme.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        try
        {
            if (Id is { } id)
                await commands.UpdateAsync(id, Version, Form.ToFacts(time), cancellationToken);
            else
                Id = await commands.CreateAsync(Form.ToFacts(time), cancellationToken);
            TempData["Success"] = $"方案“{Form.Name.Trim()}”已保存。";
            return RedirectToPage("/Schemes/Details", new { id = Id });
        }
        catch (RefusedException refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }
        catch (StaleException)
        {
            if (await schemes.FindAsync(Id!.Value, cancellationToken) is not { } stored)
                return NotFound();
            Differences = StaleDifference.Between(SchemeForm.Of(stored, time).Texts(), Form.Texts());
            ModelState.Remove(nameof(Version));
            Version = stored.Version;
            return Page();
        }
    }
}
