using Microsoft.AspNetCore.Http;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Forms;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Reading;

namespace Portal.Workbench.Pages.Records;

/// <summary>变更 of an approved record: its body as it should be, and why. A request that was returned is revised here.</summary>
[RequireSignedIn]
[RequestFormLimits(ValueCountLimit = 8192)]
internal sealed class ChangeModel(RecordQueries records, RecordAmendmentCommands commands, RecordFormService forms, RecordInputService inputs) : RecordPageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [FromForm(Name = RecordActionKeys.Reason)]
    public string? Reason { get; set; }

    public RecordDetails Details { get; private set; } = null!;

    /// <summary>Null when no change may be asked for.</summary>
    public RecordForm? Form { get; private set; }

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    protected override IReadOnlyDictionary<string, string> Inputs { get; } = new Dictionary<string, string> { ["reason"] = RecordActionKeys.Reason };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } shown)
            return NotFound();
        if (Problem is not null)
            return Answer(StatusCodes.Status403Forbidden);
        (Version, Reason) = (Details.Record.Row.Version, Details.Amendment?.Reason);
        Form = await BuildAsync(shown, null, null, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } shown)
            return NotFound();
        if (Problem is not null)
            return Answer(StatusCodes.Status403Forbidden);
        var texts = RecordFormTexts.Of(Request.Form);
        var input = await inputs.ReadAsync(Details.Type, Request.Form, IsAsked, withCommon: false, cancellationToken);
        var typed = RecordFormService.Typed(shown, input);
        var added = Request.Form[RecordActionKeys.Add].ToString();
        var removed = Request.Form[RecordActionKeys.Remove].ToString();
        if (added.Length + removed.Length > 0)
        {
            texts.RemoveRow(removed);
            Form = await BuildAsync(typed, texts, added, cancellationToken);
            return Page();
        }

        var refusal = await TryAsync(async () =>
        {
            var saved = Details.Amendment is null
                ? await commands.RequestAsync(Id, Version, input, Reason, cancellationToken)
                : await commands.ReviseAsync(Id, Version, input, Reason, cancellationToken);
            Tell("变更已提交审核。批准前，原内容继续有效。", saved);
        });
        if (refusal is null)
            return LocalRedirect($"~{RecordAddress.PageOf(Details.Type, Id)}");
        if (refusal == StatusCodes.Status409Conflict && await OpenAsync(cancellationToken) is { } now)
        {
            Differences = forms.Differences(Details.Type, now, typed, IsAsked);
            Version = Details.Record.Row.Version;
        }

        Form = await BuildAsync(typed, texts, null, cancellationToken);
        return Answer(refusal.Value);
    }

    // What is kept up needs no change request.
    private static bool IsAsked(Field field) => field is { InBody: true, Kept: false };

    private Task<RecordForm> BuildAsync(RecordView record, RecordFormTexts? texts, string? addRow, CancellationToken cancellationToken) =>
        forms.BuildAsync(Details.Type, record, texts, IsAsked, withCommon: false, addRow, cancellationToken);

    // The content that the form begins with; with Problem set when no change may be asked for, null when there is no such record.
    private async Task<RecordView?> OpenAsync(CancellationToken cancellationToken)
    {
        if (await records.FindAsync(TypeKey, Id, cancellationToken) is not { } details)
            return null;
        Details = details;
        if (!details.MayAmend)
        {
            Problem = details.Amendment is not null ? "已有一项变更正在审核，请等它办完后再提出。"
                : details.IsDraft ? "草稿可以直接修改，不需要变更。"
                : !details.Rights.MayDraft || !details.Type.MayChange ? "您当前的岗位不能提出变更。"
                : $"现在是“{details.State.Label}”，不能提出变更。";
        }

        return details.Amendment?.Amended ?? details.Record;
    }
}
