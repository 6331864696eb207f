using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Files;
using Portal.Toolkit.Records.Forms;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Records.Writing;
using Portal.Toolkit.Reviews;

namespace Portal.Workbench.Pages.Records;

/// <summary>A record of any type: where it stands, what it says, what this post may do with it now. Pages of modules post their forms here too.</summary>
[RequireSignedIn]
[AttachmentForm]
internal sealed class DetailsModel(
    RecordQueries records, RecordLinkQueries links, RecordFactService facts, RecordActionService actions, RecordCommands commands, RecordFileCommands files, RecordInputService inputs,
    ReviewCommands reviews, IAttachments attachments, IAttachmentUploads uploads, IEnumerable<IRecordPanel> panels, RecordAccess access, RecordEngine engine, IUnitTree units, IUnitContext context, TimeProvider clock) : RecordPageModel
{
    private RecordActionTexts _typed = new();
    private RecordFormTexts? _posted;
    private AttachmentUpload? _upload;

    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [FromForm(Name = RecordActionKeys.From)]
    public string? From { get; set; }

    public RecordDetails Details { get; private set; } = null!;

    public RecordFacts Facts { get; private set; } = null!;

    public RecordActions Actions { get; private set; } = null!;

    public IReadOnlyList<RecordLink> Referring { get; private set; } = [];

    public IReadOnlyList<RecordLinkOffer> Offers { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public IReadOnlyList<RecordPanelView> Panels { get; private set; } = [];

    public bool MayCopy => !Details.IsRestricted && access.MayCreate(Details.Type);

    /// <summary>Whether what is missing stands in the draft's form.</summary>
    public bool IsIncomplete { get; private set; }

    protected override IReadOnlyDictionary<string, string> Inputs { get; } = new Dictionary<string, string>
    {
        ["reason"] = RecordActionKeys.Reason,
        ["opinion"] = RecordActionKeys.Opinion,
        ["decision"] = RecordActionKeys.Decision,
        ["returnTo"] = RecordActionKeys.ReturnTo,
        ["text"] = RecordActionKeys.Comment,
        ["field"] = RecordActionKeys.Field,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken))
            return Page();
        return await records.FindPersonalPageAsync(TypeKey, Id, cancellationToken) is { } own ? LocalRedirect($"~{own}") : NotFound();
    }

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken) => RunAsync(async () =>
    {
        try
        {
            Tell("已提交。", await commands.SubmitAsync(Id, Version, cancellationToken));
        }
        catch (RecordInvalidException refusal)
        {
            IsIncomplete = refusal.Errors.Keys.Any(name => Details.Type.Find(name) is not { Kind: FieldKind.File });
            ViewData["ErrorSummary"] = "还没有提交。";
            throw;
        }
    }, cancellationToken, line => line.Label.EndsWith("提交", StringComparison.Ordinal));

    public Task<IActionResult> OnPostWithdrawAsync([FromForm(Name = RecordActionKeys.Reason)] string? reason, CancellationToken cancellationToken)
    {
        _typed = new() { Move = "withdraw", Reason = reason ?? "" };
        return RunAsync(async () =>
        {
            if (string.IsNullOrWhiteSpace(reason))
                throw new RecordInvalidException(new Dictionary<string, string> { ["reason"] = "请填写撤回的原因" });
            await reviews.WithdrawAsync(RunningId(), Version, reason, cancellationToken);
            Tell("已撤回。");
        }, cancellationToken, line => line.Label.EndsWith("撤回", StringComparison.Ordinal) && line.Text == reason?.Trim());
    }

    public Task<IActionResult> OnPostDecideAsync(
        [FromForm(Name = RecordActionKeys.Decision)] string? decision, [FromForm(Name = RecordActionKeys.ReturnTo)] string? returnTo,
        [FromForm(Name = RecordActionKeys.Opinion)] string? opinion, CancellationToken cancellationToken)
    {
        _typed = new() { Decision = decision ?? "", ReturnTo = returnTo ?? "", Opinion = opinion ?? "" };
        return RunAsync(async () =>
        {
            var chosen = decision switch
            {
                "pass" => ReviewDecision.Pass,
                "return" => ReviewDecision.Return,
                "reject" => ReviewDecision.Reject,
                _ => throw new RecordInvalidException(new Dictionary<string, string> { ["decision"] = "请选择办理结果" }),
            };
            var change = await reviews.DecideAsync(RunningId(), Version, chosen, opinion, returnTo, cancellationToken);
            Tell(Outcome(change), new(Details.Record, [.. engine.Warnings]));
        }, cancellationToken, line => !Details.MayDecide && line.Label.Contains('：', StringComparison.Ordinal) && line.Text == (opinion?.Trim() ?? ""));
    }

    public Task<IActionResult> OnPostMoveAsync([FromForm(Name = RecordActionKeys.Move)] string? move, [FromForm(Name = RecordActionKeys.Reason)] string? reason, CancellationToken cancellationToken)
    {
        _typed = new() { Move = move ?? "", Reason = reason ?? "" };
        return RunAsync(async () =>
        {
            var input = await ReadAsync(field => field.AskedBy == move, cancellationToken);
            var saved = await commands.MoveAsync(Id, Version, move ?? "", input, reason, cancellationToken);
            Tell($"已{Details.Type.FindMove(move!)!.Label}。", saved);
        }, cancellationToken, line => line.Label == Details.Type.FindMove(move ?? "")?.Label && line.Text == (reason?.Trim() ?? ""));
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        _typed = new() { Move = RecordActionKeys.Keep };
        RecordInput? input = null;
        return RunAsync(async () =>
        {
            input = await ReadAsync(Details.Kept.Contains, cancellationToken);
            Tell("已更新。", await commands.SaveAsync(Id, Version, input, cancellationToken));
        }, cancellationToken, line => line.Label == "更新" && JsonNode.DeepEquals(RecordFormService.Typed(Details.Record, input!).Copy(), Details.Record.Copy()));
    }

    public Task<IActionResult> OnPostCommentAsync([FromForm(Name = RecordActionKeys.Comment)] string? comment, CancellationToken cancellationToken)
    {
        _typed = new() { Comment = comment ?? "" };
        return RunAsync(async () =>
        {
            if (!Details.IsRepeat(context.Person?.Id, line => line.Label == "意见" && line.Text == comment?.Trim(), clock.GetUtcNow().UtcDateTime))
                await commands.CommentAsync(Id, Version, comment, cancellationToken);
            Tell("意见已记入历史。");
        }, cancellationToken);
    }

    public async Task<IActionResult> OnPostFilesAsync([FromForm(Name = RecordActionKeys.Field)] string? field, CancellationToken cancellationToken)
    {
        _typed = new() { Field = field ?? "" };
        return await RunAsync(async () =>
        {
            _upload = await uploads.ReadAsync(HttpContext, RecordFiles.PolicyOf(Details.Book), Id, cancellationToken);
            if (!_upload.Check(ModelState))
                return;
            if (_upload.Drafts.Count == 0)
                throw new RefusedException("请选择要上传的文件。", AttachmentField.FileName);
            Tell($"已上传 {_upload.Drafts.Count} 个文件。", await files.AddAsync(Id, Version, field ?? "", _upload, cancellationToken));
        }, cancellationToken, line => line.Label == $"上传{Details.Type.Find(field ?? "")?.Label}" && line.Text == string.Join('、', _upload!.Drafts.Select(draft => draft.DisplayName)));
    }

    public Task<IActionResult> OnPostRemoveFileAsync([FromForm(Name = RecordActionKeys.File)] long file, CancellationToken cancellationToken) =>
        RunAsync(async () => Tell("文件已移除。", await files.RemoveAsync(Id, Version, file, cancellationToken)), cancellationToken);

    // What was done already, as the history says it, is not refused a second time: a double click without script.
    private async Task<IActionResult> RunAsync(Func<Task> command, CancellationToken cancellationToken, Func<RecordEvent, bool>? isSame = null)
    {
        if (await records.FindAsync(TypeKey, Id, cancellationToken) is not { } details)
            return NotFound();
        Details = details;
        var refusal = await TryAsync(command) ?? (_upload is { IsIntermediate: false, Status: 200 } or null ? null : _upload.Status);
        if (refusal is null)
            return LocalRedirect(Url.IsLocalUrl(From) ? From! : $"~{RecordAddress.Of(TypeKey, Id)}");
        if (refusal == StatusCodes.Status404NotFound || !await LoadAsync(cancellationToken))
            return NotFound();
        if (isSame is null || Problem is null || !Details.IsRepeat(context.Person?.Id, isSame, clock.GetUtcNow().UtcDateTime))
            return Answer(refusal.Value);
        Tell($"刚才已经办理，没有重复办理。现在是“{Details.State.Label}”。");
        return LocalRedirect($"~{RecordAddress.Of(TypeKey, Id)}");
    }

    private Task<RecordInput> ReadAsync(Func<Field, bool> asked, CancellationToken cancellationToken)
    {
        _posted = RecordFormTexts.Of(Request.Form);
        return inputs.ReadAsync(Details.Type, Request.Form, asked, withCommon: false, cancellationToken);
    }

    private long RunningId() => Details.Running?.Review.Id ?? throw new RefusedException("没有正在进行的审核，请刷新页面查看。");

    private string Outcome(ReviewChange change) => change.After.State switch
    {
        ReviewState.Rejected => "已办理：不予批准。",
        ReviewState.Returned => "已退回承办单位修改。",
        ReviewState.Passed => "已办理：审核全部通过。",
        _ => $"已办理，转到{units.Find(change.After.WaitingUnitId ?? 0)?.Name}。",
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await records.FindAsync(TypeKey, Id, cancellationToken) is not { } details)
            return false;
        Details = details;
        Facts = await facts.OfAsync(details, cancellationToken);
        Actions = await actions.BuildAsync(details, _posted, _typed, _upload, cancellationToken);
        Files = details.IsRestricted ? [] : await attachments.ListAsync(RecordFiles.PolicyOf(details.Book), Id, cancellationToken);
        if (details.IsRestricted)
            return true;
        Referring = await links.ReferringAsync(Id, cancellationToken);
        Offers = details.IsDraft ? [] : links.Offers(details.Type, details.Record);
        var shown = new List<RecordPanelView>();
        foreach (var panel in panels.Where(panel => panel.Type == details.Type.Key))
        {
            if (await panel.FindAsync(details.Record, details.Rights, cancellationToken) is { } view)
                shown.Add(view);
        }

        Panels = shown;
        return true;
    }
}
