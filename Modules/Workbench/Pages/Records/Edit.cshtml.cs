using Microsoft.AspNetCore.Http;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Forms;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Reading;

namespace Portal.Workbench.Pages.Records;

/// <summary>新建 and 修改 of any type: the draft is saved as far as it goes, submitting asks for the rest. Who may, the matrix of the type's book says.</summary>
[RequireSignedIn]
[RequestFormLimits(ValueCountLimit = 8192)]
internal sealed class EditModel(
    RecordQueries records, RecordTypeService types, RecordAccess access, RecordCommands commands, RecordFormService forms,
    RecordPrefillService prefills, RecordInputService inputs, IUnitContext context) : RecordPageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    public RecordType Type { get; private set; } = null!;

    public bool IsNew => Id == 0;

    public string Number { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public long? PostId => context.Post?.Id;

    /// <summary>The record this one is copied from.</summary>
    public long? PreviousId { get; private set; }

    /// <summary>Null when nothing may be filled in.</summary>
    public RecordForm? Form { get; private set; }

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    /// <summary>Of a new record's form, so that what is posted twice makes one record.</summary>
    public string FormId { get; private set; } = "";

    public string Action => IsNew ? RecordAddress.NewOf(Type.Key) : RecordAddress.EditOf(Type.Key, Id);

    /// <summary>The files that the draft takes, in words; empty when it takes none.</summary>
    public string Files => string.Join('；', Type.Fields.Where(known => known is { Kind: FieldKind.File, AskedBy: null, Kept: false })
        .GroupBy(known => known is { Required: true, ShowIf: null } ? "必需" : "按需").OrderBy(group => group.Key == "按需")
        .Select(group => $"{group.Key}：{string.Join('、', group.Select(known => known.Label))}"));

    /// <param name="copy">A record to copy into the new one.</param>
    /// <param name="check">Shows what is missing for submitting.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<IActionResult> OnGetAsync(long? copy, bool check, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } record)
            return NotFound();
        if (Problem is not null)
            return Answer(StatusCodes.Status403Forbidden);
        if (copy is { } copied && IsNew)
        {
            if (await records.FindAsync(TypeKey, copied, cancellationToken) is not { IsRestricted: false } source)
                return NotFound();
            record = forms.Copy(Type, source.Record, source.ShowsSecrets);
            PreviousId = Type.LinksCopies ? copied : null;
        }

        if (check)
        {
            foreach (var (field, text) in RecordFormService.Missing(Type, record))
                ModelState.AddModelError(field, text);
            ViewData["ErrorSummary"] = "填好后再提交。";
        }

        RecordFormTexts? texts = null;
        if (IsNew)
            (record, texts) = await prefills.BeginAsync(Type, record, Request.Query, cancellationToken);
        await ShowAsync(record, texts, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } stored)
            return NotFound();
        if (Problem is not null)
            return Answer(StatusCodes.Status403Forbidden);
        PreviousId = Type.LinksCopies && long.TryParse(Request.Form[RecordActionKeys.Previous], out var previous) && await records.FindAsync(TypeKey, previous, cancellationToken) is not null ? previous : null;
        var texts = RecordFormTexts.Of(Request.Form);
        var input = await inputs.ReadAsync(Type, Request.Form, field => field.InBody, Type.HasCommonFields, cancellationToken);
        var typed = RecordFormService.Typed(stored, input);
        if (IsNew && IsOfOtherPost())
        {
            Problem = $"您打开这一页以后换了岗位，还没有保存。现在保存的话，由{UnitName}承办；否则请先在页面顶部换回原来的岗位。";
            await ShowAsync(typed, texts, cancellationToken);
            return Answer(StatusCodes.Status409Conflict);
        }

        if (Request.Form[RecordActionKeys.Add].ToString() is { Length: > 0 } added)
            return await ReshapeAsync(typed, texts, added, cancellationToken);
        if (Request.Form[RecordActionKeys.Remove].ToString() is { Length: > 0 } removed)
        {
            texts.RemoveRow(removed);
            return await ReshapeAsync(typed, texts, null, cancellationToken);
        }

        RecordSaved? saved = null;
        var refusal = await TryAsync(async () => saved = IsNew
            ? await commands.CreateAsync(TypeKey, input with { Common = input.Common with { PreviousId = PreviousId } }, cancellationToken)
            : await commands.SaveAsync(Id, Version, input, cancellationToken));
        if (saved is { IsRepeat: true } && forms.Differences(Type, saved.Record, typed, field => field.InBody) is { Count: > 0 } differences)
            return await ShowRepeatAsync(saved.Record, differences, typed, texts, cancellationToken);
        if (saved is { IsRepeat: true, Record.State: not "draft" })
            Tell($"{Type.Label} {saved.Record.No} 已提交。");
        else if (refusal is null && Request.Form.ContainsKey(RecordActionKeys.Submit))
        {
            if (NeedsFilesOnly(saved!))
                return LocalRedirect($"~{RecordAddress.PageOf(Type, saved!.Record.Id)}");
            refusal = await SubmitAsync(saved!, cancellationToken);
        }
        else if (refusal is null)
            Tell($"{Type.Label} {saved!.Record.No} 已保存为草稿，还没有提交。", saved);
        if (refusal is null)
            return LocalRedirect($"~{RecordAddress.PageOf(Type, saved!.Record.Id)}");
        if (saved is not null)
            (Id, Number, Version) = (saved.Record.Id, saved.Record.No, saved.Record.Row.Version);
        if (refusal == StatusCodes.Status409Conflict && await records.FindAsync(TypeKey, Id, cancellationToken) is { } now)
        {
            Differences = forms.Differences(Type, now.Record, typed, field => field.InBody);
            if (Differences.Count == 0 && (!now.IsDraft || !Request.Form.ContainsKey(RecordActionKeys.Submit)))
            {
                // What was typed is what stands there already: posted twice by a double click.
                Tell($"{Type.Label} {now.Record.No} 已保存，现在是“{now.State.Label}”。");
                return LocalRedirect($"~{RecordAddress.PageOf(Type, Id)}");
            }

            Version = now.Record.Row.Version;
            Problem = now.IsDraft ? null : $"这条记录现在是“{now.State.Label}”，不能再保存。您填写的内容还在下面。";
        }

        await ShowAsync(typed, texts, cancellationToken);
        return Answer(refusal.Value);
    }

    // Somebody went back to the form of a record that it had made, and changed it: from here on it is that record's form.
    private async Task<IActionResult> ShowRepeatAsync(
        RecordView made, IReadOnlyList<StaleDifference> differences, RecordView typed, RecordFormTexts texts, CancellationToken cancellationToken)
    {
        (Id, Number, Version, Differences) = (made.Id, made.No, made.Row.Version, differences);
        Problem = made.IsIn(RecordState.Draft.Key)
            ? $"这张表刚才已保存为草稿 {made.No}，这次填写的内容不同，还没有保存。再次保存将更新这份草稿；要另建一条，请从列表点“新建”。"
            : $"这张表已建成 {made.No}，现在是“{Type.StateOf(made.State).Label}”，不能再保存。您填写的内容还在下面。";
        await ShowAsync(typed, texts, cancellationToken);
        return Answer(StatusCodes.Status409Conflict);
    }

    private async Task<int?> SubmitAsync(RecordSaved draft, CancellationToken cancellationToken)
    {
        RecordSaved? submitted = null;
        var refusal = await TryAsync(async () => submitted = await commands.SubmitAsync(draft.Record.Id, draft.Record.Row.Version, cancellationToken));
        if (refusal is null)
            Tell($"{Type.Label} {draft.Record.No} 已提交。", new(submitted!.Record, [.. draft.Warnings.Union(submitted.Warnings)]));
        else
        {
            Problem = $"{Problem}草稿已保存，编号 {draft.Record.No}；还没有提交。";
            ViewData["ErrorSummary"] = "还没有提交。";
        }

        return refusal;
    }

    private bool IsOfOtherPost() => long.TryParse(Request.Form[RecordActionKeys.Post], out var opened) && opened != PostId;

    // Files are uploaded on the record's page, so whoever lacks nothing else goes on there.
    private bool NeedsFilesOnly(RecordSaved draft)
    {
        var missing = RecordFormService.Missing(Type, draft.Record);
        if (missing.Count == 0 || missing.Keys.Any(name => Type.Find(name) is not { Kind: FieldKind.File }))
            return false;
        Tell($"{Type.Label} {draft.Record.No} 已保存为草稿。", draft);
        TempData["Warning"] = $"还没有提交：{string.Join("，", missing.Values)}，然后再提交。";
        return true;
    }

    private async Task<IActionResult> ReshapeAsync(RecordView typed, RecordFormTexts texts, string? addRow, CancellationToken cancellationToken)
    {
        await ShowAsync(typed, texts, cancellationToken, addRow);
        return Page();
    }

    private async Task ShowAsync(RecordView record, RecordFormTexts? texts, CancellationToken cancellationToken, string? addRow = null)
    {
        FormId = HttpMethods.IsPost(Request.Method) ? Request.Form[RecordActionKeys.Form].ToString() : Guid.NewGuid().ToString("N");
        Form = await forms.BuildAsync(Type, record, texts, field => field.InBody, withCommon: true, addRow, cancellationToken);
    }

    // What is stored, or the empty record; with Problem set when it may not be filled in, null when it does not exist.
    private async Task<RecordView?> OpenAsync(CancellationToken cancellationToken)
    {
        if (types.Find(TypeKey) is not { } type)
            return null;
        (Type, UnitName) = (type, context.Post?.UnitName ?? "");
        if (IsNew)
        {
            Problem = access.MayCreate(type) ? null : $"您当前的岗位不能新建{type.Label}。如有其他岗位，请在页面顶部切换。";
            return forms.Blank(type);
        }

        if (await records.FindAsync(TypeKey, Id, cancellationToken) is not { } details)
            return null;
        (Number, UnitName) = (details.Record.No, details.UnitName);
        if (!HttpMethods.IsPost(Request.Method))
            Version = details.Record.Row.Version;
        Problem = !details.Rights.MayDraft ? "您当前的岗位不能修改这条记录。"
            : details.IsDraft || HttpMethods.IsPost(Request.Method) ? null : $"现在是“{details.State.Label}”，不能直接修改。{(details.MayAmend ? "请在记录页面提出变更。" : "")}";
        return details.Record;
    }
}
