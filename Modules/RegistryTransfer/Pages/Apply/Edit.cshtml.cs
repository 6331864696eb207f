using Microsoft.AspNetCore.Http;
using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Components;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Apply;

/// <summary>修改申请 by its maker before the own school has reviewed it; the material stays as it was.</summary>
[RequirePermission(Permissions.Apply)]
internal sealed class EditModel(ApplyQueries queries, ReviewQueries reviews, ApplicationCommands applications, IAttachments attachments) : PageModel
{
    [FromRoute(Name = "kind")]
    public string Slug { get; set; } = "";

    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public ApplyForm Form { get; set; } = new();

    public ApplicationKind Kind => ApplicationKinds.Find(Slug)!.Value;

    public StartedApplication Application { get; private set; } = null!;

    /// <summary>What the rules allow, and what is stored.</summary>
    public IReadOnlyList<Grade> Grades { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } review)
            return NotFound();
        (Form, Version) = (ApplyForm.Of(Application), review.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } review || await queries.FindSchoolAsync(cancellationToken) is not { } school)
            return NotFound();
        foreach (var (field, text) in Form.Faults(Kind))
            ModelState.AddModelError($"Form.{field}", text);
        if (!ModelState.IsValid)
            return Answer(StatusCodes.Status422UnprocessableEntity);
        try
        {
            await applications.EditAsync(school, Id, Version, Form.ToForm(), cancellationToken);
            TempData["Success"] = "修改已保存。";
            return LocalRedirect(ApplicationRoutes.Link(Kind, Id));
        }
        catch (GuardException refusal)
        {
            foreach (var finding in refusal.Findings)
                ModelState.AddModelError($"Form.{finding.Field}", finding.Text);
            return Answer(refusal.Status);
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }
        catch (ReviewStaleException) when (MayEdit)
        {
            Differences = StaleDifference.Between(ApplyForm.Of(Application).Texts(), Form.Texts());
            ModelState.Remove(nameof(Version));
            Version = review.Version;
            return Answer(StatusCodes.Status409Conflict);
        }
        catch (ReviewException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Answer(refusal.StatusCode);
        }
    }

    private PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<Review?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindOwnAsync(Kind, Id, cancellationToken) is not { } found
            || await reviews.FindAsync(ApplicationRoutes.KeyOf(Kind), Id, cancellationToken) is not { } review)
        {
            return null;
        }

        Application = found.Application;
        MayEdit = review.IsUntouched;
        Grades = [.. found.Grades.Append(Grade.Find(Application.InGrade)!).Distinct()];
        Files = await attachments.ListAsync(ApplicationFiles.Policy, Id, cancellationToken);
        return review;
    }
}
