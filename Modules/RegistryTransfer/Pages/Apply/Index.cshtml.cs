using Microsoft.AspNetCore.Http;
using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Components;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Apply;

/// <summary>申请: 查询 by name and number, then the form beside the student's facts; 保存 starts the application.</summary>
[RequirePermission(Permissions.Apply)]
[AttachmentForm]
internal sealed class IndexModel(ApplyQueries queries, LookUpCommands lookUps, ApplicationCommands applications, IAttachmentUploads uploads, LocalTime time) : PageModel
{
    private const int LongestKey = 64;

    private bool _isSave;

    [FromRoute(Name = "kind")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public ApplyForm Form { get; set; } = new();

    /// <summary>The same key saves once.</summary>
    [BindProperty]
    public string? RequestKey { get; set; }

    [BindProperty]
    public long? CopiedFromId { get; set; }

    public ApplicationKind Kind => ApplicationKinds.Find(Slug)!.Value;

    /// <summary>Null when the current post is at no school.</summary>
    public SchoolFacts? School { get; private set; }

    /// <summary>The student that was found; null before and after a miss.</summary>
    public Guards? Guards { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<RecentApplication> Recent { get; private set; } = [];

    public AttachmentUpload? Upload { get; private set; }

    /// <summary>The form stands beside a student who may be taken, and after a refused save, so that nothing typed is lost.</summary>
    public bool MayApply => Guards is not null && (_isSave || Findings.All(finding => finding.IsWarning));

    public async Task<IActionResult> OnGetAsync(long? copy, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || copy is not { } id)
            return Page();
        if (await queries.FindEndedAsync(Kind, id, cancellationToken) is not { } ended)
            return NotFound();
        (Name, Number, Form, CopiedFromId) = (ended.StudentName, ended.StudentNo, ApplyForm.Of(ended), id);
        await FindAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostSearchAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await LoadAsync(cancellationToken))
            await FindAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        _isSave = true;
        if (!await LoadAsync(cancellationToken))
            return Page();
        var upload = await uploads.ReadAsync(HttpContext, ApplicationFiles.Policy, null, cancellationToken);
        if (RequestKey is { Length: > LongestKey })
        {
            ModelState.Remove(nameof(RequestKey));
            RequestKey = null;
            ModelState.AddModelError("", $"提交标识超过 {LongestKey} 个字符，没有发起申请。页面已换成新的标识，请核对后再保存。");
        }

        if (RequestKey is { Length: > 0 } key && await applications.FindSavedAsync(key, cancellationToken) is { } saved)
            return Started(saved);
        if (!await FindAsync(cancellationToken))
            return Page();
        Upload = upload;
        if (!upload.IsIntermediate && upload.Drafts.Count == 0 && upload.Refusals.Count == 0)
            ModelState.AddModelError(AttachmentField.FileName, "请上传至少一份说明材料。");
        foreach (var (field, text) in Form.Faults(Kind))
            ModelState.AddModelError($"Form.{field}", text);
        if (!upload.Check(ModelState))
            return Answer(upload.IsIntermediate || upload.Refusals.Count > 0 ? upload.Status : StatusCodes.Status422UnprocessableEntity);
        return await SaveAsync(upload, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(AttachmentUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            var id = await applications.SaveAsync(
                School!,
                new NewApplication
                {
                    Kind = Kind,
                    Name = Name!,
                    Number = StudentNumber.Normalize(Number),
                    Form = Form.ToForm(),
                    Upload = upload,
                    RequestKey = RequestKey!,
                    CopiedFromId = CopiedFromId is { } copy && await queries.FindEndedAsync(Kind, copy, cancellationToken) is not null ? copy : null,
                },
                cancellationToken);
            return Started(id);
        }
        catch (GuardException refusal)
        {
            Findings = refusal.Findings;
            foreach (var finding in refusal.Findings)
                ModelState.AddModelError(finding.Field.Length > 0 ? $"Form.{finding.Field}" : "", finding.Text);
            return Answer(refusal.Status);
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError(refusal.Field, refusal.Message);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }
        catch (ReviewException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Answer(refusal.StatusCode);
        }
    }

    private LocalRedirectResult Started(long id)
    {
        TempData["Success"] = "申请已发起，现在等待本校核办。";
        return LocalRedirect(ApplicationRoutes.Link(Kind, id));
    }

    private PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        School = await queries.FindSchoolAsync(cancellationToken);
        if (School is null)
            return false;
        Recent = await queries.ListRecentAsync(Kind, cancellationToken);
        return true;
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var number = StudentNumber.Normalize(Number);
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), "请填写学生姓名");
        if (StudentNumber.FindFault(number, time.Today) is { } fault)
            ModelState.AddModelError(nameof(Number), fault);
        if (string.IsNullOrWhiteSpace(Name) || ModelState[nameof(Number)] is { Errors.Count: > 0 })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return false;
        }

        var found = await lookUps.FindAsync(Kind, School!, Name, number, cancellationToken);
        Guards = found.Guards;
        Findings = found.IsBlocked ? [LookUpResult.Blocked] : Guards?.Check(null, null) ?? [LookUpResult.Miss];
        Response.StatusCode = found.IsBlocked ? LookUpResult.Blocked.Status : StatusCodes.Status200OK;
        if (Guards is null)
            return false;
        Upload ??= await uploads.StartAsync(ApplicationFiles.Policy, null, cancellationToken);
        RequestKey ??= Guid.NewGuid().ToString("N");
        if (Form.InGrade is null && Guards.Grades is [var only])
            Form = Form with { InGrade = only.Code };
        return true;
    }
}
