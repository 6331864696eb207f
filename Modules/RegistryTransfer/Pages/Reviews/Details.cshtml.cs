using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Pages.Query;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Reviews;

/// <summary>核办办理: the application, 核办意见, 核办通过 or 核办不通过. Only for the unit whose turn it is; to every other it answers the same, whether the application exists or not.</summary>
[RequirePermission(Permissions.Query)]
internal sealed class DetailsModel(
    ApplicationDetailsQueries applications, ReviewQueries reviews, ReviewCommands commands, IAttachments attachments, IUnitTree tree, IUnitContext context, QueryReachService reaches) : FlowPageModel
{
    public const string Pass = "pass";
    public const string Fail = "fail";

    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [FromForm(Name = "version")]
    public long Version { get; set; }

    [FromForm(Name = "decision")]
    public string? Decision { get; set; }

    [FromForm(Name = "opinion")]
    public string? Opinion { get; set; }

    public ApplicationDetails Application { get; private set; } = new();

    public ReviewTimeline Timeline { get; private set; } = null!;

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Whether the decision may still be given here; after a conflict it is somebody else's turn.</summary>
    public bool IsTurn { get; private set; }

    /// <summary>It is this unit's turn and not the maker's own application.</summary>
    public bool MayDecide { get; private set; }

    /// <summary>Why the decision was not taken.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !IsTurn)
            return Forbid();
        if (MayDecide)
            return Page();
        Problem = "经办人不能核办自己发起的申请，请由本单位的其他人核办。";
        return Answer(403);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (reaches.IsNation || !await LoadAsync(cancellationToken) || (!IsTurn && Application.Version == Version))
            return Forbid();
        if (Decision is not (Pass or Fail))
            ModelState.AddModelError("decision", "请选择核办通过或核办不通过");
        if (string.IsNullOrWhiteSpace(Opinion))
            ModelState.AddModelError("opinion", Decision == Fail ? "请填写核办意见：不通过须说明理由" : "请填写核办意见");
        if (!ModelState.IsValid)
            return Answer(422);
        try
        {
            var change = await commands.DecideAsync(Application.ReviewId, Version, Decision == Pass ? ReviewDecision.Pass : ReviewDecision.Reject, Opinion, null, cancellationToken);
            TempData["Success"] = Outcome(change);
            return RedirectToPage("/Reviews/Index", new { kind = KindSlug });
        }
        catch (ReviewRefusedException refusal) when (refusal.Field is not null)
        {
            ModelState.AddModelError(refusal.Field, refusal.Message);
            return Answer(refusal.StatusCode);
        }
        catch (ReviewForbiddenException refusal) when (!IsTurn)
        {
            Problem = refusal.Message;
            return Forbid();
        }
        catch (ReviewException refusal)
        {
            Problem = refusal.Message;
            await LoadAsync(cancellationToken);
            return Answer(refusal.StatusCode);
        }
    }

    private string Outcome(ReviewChange change) => change.After.State switch
    {
        ReviewState.Rejected => $"已核办不通过：{Application.StudentName}的申请到此结束，已通知{Kind.InSchool()}。",
        ReviewState.Passed => $"已核办通过：{Application.StudentName}的申请核办完毕，系统自动调档。",
        ReviewState.Held => $"已核办通过：{Application.StudentName}的申请在转出校验时有误（{change.After.HoldText}），已通知{Kind.InSchool()}。",
        _ => $"已核办通过：{Application.StudentName}的申请转到{tree.Find(change.After.WaitingUnitId ?? 0)?.Name}核办。",
    };

    private PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(Kind, Id, cancellationToken) is not { } application)
            return false;
        Application = application;
        IsTurn = ApplicationActions.IsTurn(application, context);
        Timeline = await reviews.TimelineAsync(application.ReviewId, cancellationToken) ?? throw new InvalidOperationException($"Application {Id} has no review.");
        MayDecide = IsTurn && await reviews.MayDecideAsync(Timeline.Review, cancellationToken);
        Files = await attachments.ListAsync(ApplicationFiles.Policy, Id, cancellationToken);
        return true;
    }
}
