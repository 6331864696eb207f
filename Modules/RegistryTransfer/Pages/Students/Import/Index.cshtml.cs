using Microsoft.AspNetCore.Http;
using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Students.Import;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Students.Import;

/// <summary>选择文件 for 学生学籍, with the plan beside it and what was imported before.</summary>
[RequirePermission(Permissions.ManageStudents)]
[UploadLimit]
internal sealed class IndexModel(SchoolQueries schools, ImportQueries imports, StudentImport import, ImportDeskService desk, IUnitContext context, LocalTime time) : PageModel
{
    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public SchoolRow School { get; private set; } = new();

    public IImportPlan Plan => new StudentPlan(School.Stages, time.Today);

    public ImportListView Recent { get; private set; } = new() { Rows = [] };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Recent = new ImportListView
        {
            Rows =
            [
                .. (await imports.ListAsync(import, StudentImport.TopicOf(School.Id), null, null, 20, cancellationToken)).Select(batch => new ImportListRow
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
            var id = await desk.UploadAsync(import, new StudentImportChoice(School.Id, School.Stages), file, clean, cancellationToken);
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
        School = await schools.FindAsync(context.UnitId, cancellationToken) ?? School;
        return School.Id > 0;
    }
}
