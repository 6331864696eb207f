using Microsoft.AspNetCore.Http;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Imports;
using Portal.GraduationClearance.Model;
using Portal.Jobs;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Import;

/// <summary>批量导入: the seed's notes, the templates, and for each step both ways of matching.</summary>
[RequirePermission(Permissions.Decide)]
[UploadLimit]
public sealed class IndexModel(
    SchemeQueries schemes, OperatorStepQueries operatorSteps, ImportQueries imports, ImportCommands commands, IJobQueue jobs, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [FromQuery(Name = "scheme")]
    public long? SchemeId { get; set; }

    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public SchemePicker Picker { get; private set; } = new([], null);

    public IReadOnlyList<OperatorStep> Steps { get; private set; } = [];

    public IReadOnlyList<ImportBatch> Recent { get; private set; } = [];

    /// <summary>The chosen scheme takes decisions now.</summary>
    public bool IsOpen { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Picker = SchemePicker.Of(await schemes.ListVisibleAsync(cancellationToken), SchemeId);
        if (Picker.Current is not { } scheme)
            return;
        IsOpen = scheme.IsOpenAt(clock.GetUtcNow().UtcDateTime);
        Steps = await operatorSteps.ListAsync(scheme.Id, cancellationToken);
        Recent = await imports.ListAsync(scheme.Id, null, 10, cancellationToken);
    }

    /// <summary>下载模板: the key column is a number for 学号匹配 and text for 身份证号匹配.</summary>
    public IActionResult OnGetTemplate(MatchBy match) => Enum.IsDefined(match) ? Spreadsheet.Template(new DecisionPlan(match)) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] long step, [FromQuery] MatchBy match, IFormFile? file, bool clean, CancellationToken cancellationToken)
    {
        if (SchemeId is not { } schemeId || !Enum.IsDefined(match))
            return NotFound();
        if (file is null)
            return Refuse("请选择文件");
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        if (!name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return Refuse("仅支持 xls、xlsx。请用 Excel 或 WPS 另存为 .xlsx 后重新选择。");
        try
        {
            await using var content = file.OpenReadStream();
            var upload = new Upload(schemeId, step, match, clean, name.Length > 200 ? name[^200..] : name);
            var (importId, jobId) = await commands.UploadAsync(upload, content, cancellationToken);
            await jobs.WaitAsync(jobId, Patience, cancellationToken);
            return RedirectToPage("/Import/Details", new { id = importId });
        }
        catch (RefusedException refusal)
        {
            return Refuse(refusal.Message);
        }
    }

    private RedirectToPageResult Refuse(string problem)
    {
        TempData["Error"] = problem;
        return RedirectToPage("/Import/Index", new { scheme = SchemeId });
    }
}
