using Microsoft.AspNetCore.Http;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster.Import;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Schemes.Roster.Import;

/// <summary>选择文件 for the roster, with the plan beside it and what was imported before.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
[UploadLimit]
public sealed class IndexModel(
    SchemeQueries schemes, ImportQueries imports, RosterImport import, ImportDeskService desk, IUnitTree tree, IUnitContext context, LocalTime time) : PageModel
{
    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public Scheme Scheme { get; private set; } = new();

    public RosterPlan Plan => field ??= new RosterPlan(tree, context);

    public ImportListView Recent { get; private set; } = new() { Rows = [] };

    public async Task<IActionResult> OnGetAsync([FromQuery] long scheme, CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(scheme, cancellationToken) is not { } found)
            return NotFound();
        Scheme = found;
        Recent = new ImportListView
        {
            Rows =
            [
                .. (await imports.ListAsync(import, RosterImport.TopicOf(scheme), null, null, 20, cancellationToken)).Select(batch => new ImportListRow
                {
                    Batch = batch, Url = Url.Page("/Schemes/Roster/Import/Details", new { id = batch.Id })!, Time = time.Text(batch.At),
                }),
            ],
        };
        if (Problem == UploadLimitAttribute.TooLarge)
            ModelState.AddModelError("", $"超过 {SpreadsheetLimits.Default.Bytes >> 20} MB，没有上传。请拆成几个文件分别导入。");
        return Page();
    }

    public IActionResult OnGetTemplate() => Spreadsheet.Template(Plan);

    public async Task<IActionResult> OnPostAsync([FromQuery] long scheme, IFormFile? file, bool clean, CancellationToken cancellationToken)
    {
        try
        {
            var id = await desk.UploadAsync(import, new RosterChoice(scheme), file, clean, cancellationToken);
            return RedirectToPage("/Schemes/Roster/Import/Details", new { id });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return await OnGetAsync(scheme, cancellationToken);
        }
    }
}
