using Microsoft.AspNetCore.Http;
using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Schools.Import;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Schools.Import;

/// <summary>选择文件 for 学校名录, with the plan beside it and what was imported before.</summary>
[RequirePermission(Permissions.ManageSchools)]
[UploadLimit]
internal sealed class IndexModel(BureauListQueries bureaus, ImportQueries imports, SchoolImport import, ImportDeskService desk, IUnitContext context, LocalTime time) : PageModel
{
    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public BureauRow Bureau { get; private set; } = new();

    public IImportPlan Plan => field ??= new SchoolPlan();

    public ImportListView Recent { get; private set; } = new() { Rows = [] };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Recent = new ImportListView
        {
            Rows =
            [
                .. (await imports.ListAsync(import, SchoolImport.TopicOf(Bureau.Id), null, null, 20, cancellationToken)).Select(batch => new ImportListRow
                {
                    Batch = batch, Url = Url.Page("Details", new { id = batch.Id })!, Time = time.Text(batch.At),
                }),
            ],
        };
        if (Problem == UploadLimitAttribute.TooLarge)
            ModelState.AddModelError("", $"超过 {SpreadsheetLimits.Default.Bytes >> 20} MB，没有上传。请拆成几个文件分别导入。");
        return Page();
    }

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Spreadsheet.Template(Plan) : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, bool clean, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            var id = await desk.UploadAsync(import, new SchoolImportChoice(Bureau.Id), file, clean, cancellationToken);
            return RedirectToPage("Details", new { id });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return await OnGetAsync(cancellationToken);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Bureau = await bureaus.FindAsync(context.UnitId, cancellationToken) ?? Bureau;
        return Bureau is { Id: > 0, IsActive: true };
    }
}
