using Microsoft.AspNetCore.Http;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Records.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Workbench.Pages.Records.Import;

/// <summary>选择文件 for records of a type, with the plan beside it and what the person imported before.</summary>
[RequireSignedIn]
[UploadLimit]
internal sealed class IndexModel(RecordImportService imports, LocalTime time) : PageModel
{
    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public string Type { get; private set; } = "";

    public ImportDefinition Import { get; private set; } = null!;

    public IImportPlan Plan => field ??= imports.PlanOf(Type);

    public ImportListView Recent { get; private set; } = new() { Rows = [] };

    public async Task<IActionResult> OnGetAsync(string type, CancellationToken cancellationToken)
    {
        if (!Find(type))
            return NotFound();
        if (Problem == UploadLimitAttribute.TooLarge)
            ModelState.AddModelError("", $"超过 {SpreadsheetLimits.Default.Bytes >> 20} MB，没有上传。请拆成几个文件分别导入。");
        return await ShowAsync(cancellationToken);
    }

    public IActionResult OnGetTemplate(string type) => Find(type) ? Spreadsheet.Template(Plan) : NotFound();

    public async Task<IActionResult> OnPostAsync(string type, IFormFile? file, CancellationToken cancellationToken)
    {
        if (!Find(type))
            return NotFound();
        try
        {
            return RedirectToPage("Details", new { type, id = await imports.UploadAsync(type, file, clean: false, cancellationToken) });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            Response.StatusCode = 422;
            return await ShowAsync(cancellationToken);
        }
    }

    private bool Find(string type)
    {
        if (imports.Find(type) is not { } found)
            return false;
        (Type, Import) = (type, found);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Recent = new ImportListView
        {
            Rows = [.. (await imports.RecentAsync(Type, cancellationToken)).Select(batch => new ImportListRow { Batch = batch, Url = Url.Page("Details", new { type = Type, id = batch.Id })!, Time = time.Text(batch.At) })],
        };
        return Page();
    }
}
