using Microsoft.AspNetCore.Http;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster.Import;
using Portal.Jobs;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Schemes.Roster.Import;

/// <summary>选择文件 for the roster, with the plan beside it and what was imported before.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
[UploadLimit]
public sealed class IndexModel(
    SchemeQueries schemes, RosterImportQueries imports, RosterImportCommands commands, IJobQueue jobs, IUnitTree tree, IUnitContext context) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public Scheme Scheme { get; private set; } = new();

    public RosterPlan Plan => field ??= new RosterPlan(tree, context);

    public IReadOnlyList<RosterImport> Recent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] long scheme, CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(scheme, cancellationToken) is not { } found)
            return NotFound();
        Scheme = found;
        Recent = await imports.ListAsync(scheme, 20, cancellationToken);
        if (Problem == UploadLimitAttribute.TooLarge)
            ModelState.AddModelError("", $"超过 {SpreadsheetLimits.Default.Bytes >> 20} MB，没有上传。请拆成几个文件分别导入。");
        return Page();
    }

    public IActionResult OnGetTemplate() => Spreadsheet.Template(Plan);

    public async Task<IActionResult> OnPostAsync([FromQuery] long scheme, IFormFile? file, bool clean, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file?.FileName.Replace('\\', '/') ?? "");
        if (file is null)
            return await RefuseAsync(scheme, "请选择文件", cancellationToken);
        if (!name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return await RefuseAsync(scheme, "仅支持 xls、xlsx。请用 Excel 或 WPS 另存为 .xlsx 后重新选择。", cancellationToken);
        try
        {
            await using var content = file.OpenReadStream();
            var (importId, jobId) = await commands.UploadAsync(scheme, name.Length > 200 ? name[^200..] : name, clean, content, cancellationToken);
            await jobs.WaitAsync(jobId, Patience, cancellationToken);
            return RedirectToPage("/Schemes/Roster/Import/Details", new { id = importId });
        }
        catch (RefusedException refusal)
        {
            return await RefuseAsync(scheme, refusal.Message, cancellationToken);
        }
    }

    private async Task<IActionResult> RefuseAsync(long scheme, string problem, CancellationToken cancellationToken)
    {
        ModelState.AddModelError("", problem);
        return await OnGetAsync(scheme, cancellationToken);
    }
}
