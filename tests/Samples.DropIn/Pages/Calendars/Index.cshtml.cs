using System.ComponentModel.DataAnnotations;
using Portal.Samples.DropIn.Pages.Weeks;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Components;

namespace Portal.Samples.DropIn.Pages.Calendars;

[RequirePermission(Permissions.ManageTerms)]
[AttachmentForm]
internal sealed class IndexModel(TermQueries queries, CalendarCommands commands, IAttachmentUploads uploads) : PageModel
{
    [FromQuery]
    public long Term { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "请填写说明。")]
    [StringLength(50, ErrorMessage = "说明最多 50 个字。")]
    public string Note { get; set; } = "";

    public AttachmentUpload Upload { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(cancellationToken))
            return NotFound();
        Upload = await uploads.StartAsync(CalendarFiles.Policy, Term, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(cancellationToken))
            return NotFound();
        Upload = await uploads.ReadAsync(HttpContext, CalendarFiles.Policy, Term, cancellationToken);
        if (Upload.Drafts.Count == 0 && !Upload.IsIntermediate && Upload.Refusals.Count == 0)
            ModelState.AddModelError(AttachmentField.FileName, "请选择校历文件。");
        if (!Upload.Check(ModelState))
        {
            Response.StatusCode = Upload.Status;
            return Page();
        }

        try
        {
            await commands.PublishAsync(Term, Note, Upload, cancellationToken);
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError(refusal.Field, refusal.Message);
            return Page();
        }

        TempData["Success"] = $"已上传 {Upload.Drafts.Count} 个文件。";
        return RedirectToPage(new { Term });
    }

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken) => (await queries.ListAsync(cancellationToken)).Any(term => term.Id == Term);
}
