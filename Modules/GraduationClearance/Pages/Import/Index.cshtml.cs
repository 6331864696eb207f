using Microsoft.AspNetCore.Http;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Imports;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Import;

/// <summary>批量导入: the seed's notes, the templates, and for each step both ways of matching.</summary>
[RequirePermission(Permissions.Decide)]
[UploadLimit]
public sealed class IndexModel(
    SchemeQueries schemes, OperatorStepQueries operatorSteps, DecisionImportQueries imports, DecisionImport import, ImportDeskService desk, ImportRecordService records, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "scheme")]
    public long? SchemeId { get; set; }

    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public SchemePicker Picker { get; private set; } = new([], null);

    public IReadOnlyList<OperatorStep> Steps { get; private set; } = [];

    public ImportListView Recent { get; private set; } = new() { Rows = [] };

    /// <summary>The chosen scheme takes decisions now.</summary>
    public bool IsOpen { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Picker = SchemePicker.Of(await schemes.ListVisibleAsync(cancellationToken), SchemeId);
        if (Picker.Current is not { } scheme)
            return;
        IsOpen = scheme.IsOpenAt(clock.GetUtcNow().UtcDateTime);
        Steps = await operatorSteps.ListAsync(scheme.Id, cancellationToken);
        Recent = records.Show(await imports.ListAsync(scheme.Id, null, 10, cancellationToken), Url);
    }

    /// <summary>下载模板: the key column is a number for 学号匹配 and text for 身份证号匹配.</summary>
    public IActionResult OnGetTemplate(MatchBy match) => Enum.IsDefined(match) ? Spreadsheet.Template(new DecisionPlan(match)) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] long step, [FromQuery] MatchBy match, IFormFile? file, bool clean, CancellationToken cancellationToken)
    {
        if (SchemeId is not { } schemeId || !Enum.IsDefined(match))
            return NotFound();
        try
        {
            var id = await desk.UploadAsync(import, new DecisionChoice(schemeId, step, match), file, clean, cancellationToken);
            return RedirectToPage("/Import/Details", new { id });
        }
        catch (RefusedException refusal)
        {
            TempData["Error"] = refusal.Message;
            return RedirectToPage("/Import/Index", new { scheme = schemeId });
        }
    }
}
