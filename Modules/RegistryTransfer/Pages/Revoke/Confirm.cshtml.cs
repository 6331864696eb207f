using Portal.RegistryTransfer.Pages.Query;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Revoke;

/// <summary>撤销 of one application: what it touches, and why.</summary>
[RequirePermission(Permissions.Revoke)]
internal sealed class ConfirmModel(ApplicationDetailsQueries applications, ReviewQueries reviews, ReviewCommands commands, IUnitTree tree, IUnitContext context) : FlowPageModel
{
    /// <summary>What the seed says of an application whose review is finished.</summary>
    public const string FinishedText = "已核办完毕，无法撤销。";

    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [FromForm(Name = "version")]
    public long Version { get; set; }

    [FromForm(Name = "reason")]
    public string? Reason { get; set; }

    public ApplicationDetails Application { get; private set; } = new();

    public ReviewTimeline Timeline { get; private set; } = null!;

    /// <summary>The units that decided, once for each decision.</summary>
    public IReadOnlyList<string> Acted { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (context.UnitId != Application.InSchoolId)
            return Forbid();
        return Application.IsUnderReview ? Page() : Answer(409, ProblemOf());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (context.UnitId != Application.InSchoolId)
            return Forbid();
        if (!Application.IsUnderReview)
            return Answer(409, ProblemOf());
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError("reason", "请填写撤销原因");
            return Answer(422, null);
        }

        try
        {
            await commands.WithdrawAsync(Application.ReviewId, Version, Reason, cancellationToken);
        }
        catch (ReviewRefusedException refusal)
        {
            ModelState.AddModelError(refusal.Field ?? "", refusal.Message);
            return Answer(refusal.StatusCode, null);
        }
        catch (ReviewException refusal)
        {
            await LoadAsync(cancellationToken);
            return Answer(refusal.StatusCode, Application.IsUnderReview ? refusal.Message : ProblemOf());
        }

        TempData["Success"] = $"已撤销{Application.StudentName}的申请（{Application.Number}），已核办的单位会收到消息。";
        return RedirectToPage("/Query/Details", new { kind = KindSlug, id = Id });
    }

    private string ProblemOf() => Application.HasFailed ? $"这笔申请已经结束（{Application.StatusText}），不能再撤销。" : FinishedText;

    private PageResult Answer(int status, string? problem)
    {
        (Response.StatusCode, Problem) = (status, problem);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(Kind, Id, cancellationToken) is not { } application)
            return false;
        Application = application;
        Timeline = await reviews.TimelineAsync(application.ReviewId, cancellationToken) ?? throw new InvalidOperationException($"Application {Id} has no review.");
        Acted = [.. Timeline.Steps.Where(step => step is { Superseded: false, ActorPersonId: not null }).Select(step => tree.Find(step.UnitId ?? 0)?.Name ?? step.ActorName)];
        return true;
    }
}
