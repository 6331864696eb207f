using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Imports;

/// <summary>
/// 选择文件 of an import, beside its page <c>Details</c>, an <see cref="ImportDetailsModel"/>. Derive a page model with its permission and
/// <see cref="UploadLimitAttribute"/>, and show <see cref="View"/> by the partial <c>_ImportUpload</c>.
/// </summary>
public abstract class ImportUploadModel<TArgument, TLine, TAction>(ImportDeskService desk, Import<TArgument, TLine, TAction> import) : PageModel
    where TArgument : notnull
    where TLine : class
    where TAction : class
{
    /// <summary>Set where an upload was cut off.</summary>
    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public ImportUploadView View { get; private set; } = null!;

    /// <summary>What the visitor may import into; null answers 404.</summary>
    protected abstract Task<ImportUpload<TArgument>?> FindAsync(CancellationToken cancellationToken);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } upload)
            return NotFound();
        if (Problem == UploadLimitAttribute.TooLarge)
            ModelState.AddModelError("", $"超过 {SpreadsheetLimits.Default.Bytes >> 20} MB，没有上传。请拆成几个文件分别导入。");
        await ShowAsync(upload, cancellationToken);
        return Page();
    }

    /// <summary>下载模板.</summary>
    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } upload ? Spreadsheet.Template(import.PlanOf(upload.Argument)) : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, bool clean, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } upload)
            return NotFound();
        try
        {
            var id = await desk.UploadAsync(import, upload.Argument, file, clean, cancellationToken);
            return RedirectToPage("Details", new { id });
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            await ShowAsync(upload, cancellationToken);
            return this.Refused();
        }
    }

    private async Task ShowAsync(ImportUpload<TArgument> upload, CancellationToken cancellationToken) => View = new ImportUploadView
    {
        Subject = upload.Subject,
        Title = import.Title,
        Plan = import.PlanOf(upload.Argument),
        PostUrl = Url.Page("Index", upload.Route)!,
        TemplateUrl = Url.Page("Index", "Template", upload.Route)!,
        Recent = await desk.ListAsync(import, upload.Topic, id => Url.Page("Details", new { id })!, cancellationToken),
    };
}
