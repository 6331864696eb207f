using Microsoft.AspNetCore.Http;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Records.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Workbench.Pages.Records.Import;

/// <summary>选择文件 for records of a type, with the plan beside it and what the person imported before.</summary>
[RequireSignedIn]
[UploadLimit]
internal sealed class IndexModel(RecordImportService imports) : PageModel
{
    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public string Type => (string)RouteData.Values["type"]!;

    public string Title => imports.Find(Type)!.Title;

    public IImportPlan Plan => field ??= imports.PlanOf(Type);

    public IReadOnlyList<ImportBatch> Recent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (imports.Find(Type) is null)
            return NotFound();
        if (Problem == UploadLimitAttribute.TooLarge)
            ModelState.AddModelError("", $"超过 {SpreadsheetLimits.Default.Bytes >> 20} MB，没有上传。请拆成几个文件分别导入。");
        Recent = await imports.RecentAsync(Type, cancellationToken);
        return Page();
    }

    public IActionResult OnGetTemplate() => imports.Find(Type) is null ? NotFound() : Spreadsheet.Template(Plan);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        try
        {
            return imports.Find(Type) is null ? NotFound() : RedirectToPage("Details", new { Type, id = await imports.UploadAsync(Type, file, clean: false, cancellationToken) });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            Response.StatusCode = 422;
            return await OnGetAsync(cancellationToken);
        }
    }
}
