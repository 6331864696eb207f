using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Archives;
using Portal.RegistryTransfer.Oversight;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>One application: where it stands, whose turn it is and until when, everything that was done, and what this post may do now.</summary>
[RequirePermission(Permissions.Query)]
internal sealed class DetailsModel(
    ApplicationDetailsQueries applications, ReviewQueries reviews, ReviewCommands commands, UrgeCommands urges, ArchiveCommands archives, IAttachments attachments, IUnitContext context,
    QueryReachService reaches, TimeProvider clock)
    : FlowPageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [FromForm(Name = "version")]
    public long Version { get; set; }

    [FromForm(Name = "note")]
    public string? Note { get; set; }

    public ApplicationDetails Application { get; private set; } = new();

    public ApplicationActions Actions { get; private set; } = new();

    public ReviewTimeline Timeline { get; private set; } = null!;

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>The units that handle it may; the ministry, which sees persons only in part, may not.</summary>
    public bool MayReadFiles => !reaches.IsNation;

    /// <summary>Why the last action was refused.</summary>
    public string? Problem { get; private set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public long UnitId => context.UnitId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) => ActAsync(actions => actions.MayResume, async () =>
    {
        var change = await commands.ResumeAsync(Application.ReviewId, Version, cancellationToken);
        if (change.After.State == ReviewState.Held)
            TempData["Warning"] = $"重新校验仍未通过：{change.After.HoldText}";
        else
            TempData["Success"] = "重新校验通过，已送转出方核办。";
    }, cancellationToken);

    public Task<IActionResult> OnPostUrgeAsync(CancellationToken cancellationToken) => ActAsync(actions => actions.MayUrge, async () =>
    {
        await urges.UrgeAsync(Application.ReviewId, Note, cancellationToken);
        TempData["Success"] = $"已催办，{Application.WaitingUnitName}会收到消息。";
    }, cancellationToken);

    public Task<IActionResult> OnPostRetryAsync(CancellationToken cancellationToken) => ActAsync(actions => actions.MayRetryArchive, async () =>
    {
        await archives.RetryAsync(Id, cancellationToken);
        if (await archives.MoveAsync(Id, cancellationToken))
            TempData["Success"] = "调档完毕。";
        else
            TempData["Warning"] = "调档仍没有完成，原因见“调档”一栏；系统会自动再试。";
    }, cancellationToken);

    private async Task<IActionResult> ActAsync(Func<ApplicationActions, bool> may, Func<Task> act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!may(Actions))
        {
            if (Version == 0 || Application.Version == Version)
                return Forbid();
            (Problem, Response.StatusCode) = ("这笔业务刚刚有了新的进展，本次操作没有执行。请看最新状态。", 409);
            return Page();
        }

        try
        {
            await act();
            return RedirectToPage(new { kind = KindSlug, id = Id });
        }
        catch (ReviewException refusal)
        {
            (Problem, Response.StatusCode) = (refusal.Message, refusal.StatusCode);
        }
        catch (RefusedException refusal)
        {
            (Problem, Response.StatusCode) = (refusal.Message, 409);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(Kind, Id, cancellationToken) is not { } application)
            return false;
        Application = application;
        Actions = ApplicationActions.Of(application, context);
        Timeline = await reviews.TimelineAsync(application.ReviewId, cancellationToken) ?? throw new InvalidOperationException($"Application {Id} has no review.");
        if (Actions.MayReview)
            Actions = Actions with { MayReview = await reviews.MayDecideAsync(Timeline.Review, cancellationToken) };
        Files = await attachments.ListAsync(ApplicationFiles.Policy, Id, cancellationToken);
        return true;
    }

    internal static ApplicationRow RowOf(ApplicationDetails application) =>
        new() { Kind = application.Kind, Status = application.Status, DueAt = application.DueAt, WaitingUnitId = application.WaitingUnitId };
}
