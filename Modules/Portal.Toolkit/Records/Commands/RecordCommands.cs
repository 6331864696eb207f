using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Writing;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Records.Commands;

/// <summary>What people do with records. Decisions of a route go through <see cref="ReviewCommands"/>.</summary>
/// <remarks>
/// All throw <see cref="RecordNotFoundException"/> for a record the post may not read, <see cref="RecordForbiddenException"/> for what it may not do,
/// <see cref="RecordInvalidException"/> for missing or wrong fields, <see cref="RefusedException"/> when a guard stands against it, and
/// <see cref="StaleException"/> when somebody was faster.
/// </remarks>
public sealed class RecordCommands(RecordDesk desk, RecordEngine engine, RecordAccess access, IReviews reviews, IUnitContext context)
{
    /// <summary>
    /// A new draft of the current unit; the one that the same form made before, when it is posted twice. What it was copied from stands in the input's common fields.
    /// </summary>
    public async Task<RecordSaved> CreateAsync(string type, RecordInput input, CancellationToken cancellationToken)
    {
        var definition = desk.Open(type);
        if (!access.MayCreate(definition))
            throw new RecordForbiddenException($"您当前的岗位不能新建{definition.Label}。");
        RecordDesk.RequireReadable(input);
        try
        {
            return await CreateOnceAsync(definition, input, cancellationToken);
        }
        catch (FormRepeatedException)
        {
            return await CreateOnceAsync(definition, input, cancellationToken);
        }
    }

    private async Task<RecordSaved> CreateOnceAsync(RecordType definition, RecordInput input, CancellationToken cancellationToken)
    {
        var form = input.FormId is { } id && context.Person is { } person ? $"{person.Id}:{id}" : null;
        var isRepeat = false;
        var saved = await desk.RunAsync(definition, async writer =>
        {
            if (form is not null && await RecordKeys.FindFormAsync(writer.Transaction, definition, form) is { } known)
            {
                isRepeat = true;
                writer.Transaction.WithoutAudit("The same form made the record before; nothing is written.");
                return (await writer.FindAsync(known))!;
            }

            var draft = new RecordView(input.Common with { Type = definition.Key, UnitId = context.UnitId }, input.Values, []);
            if (!access.MayCreate(definition, definition.FacetOf(draft)))
                throw new RecordForbiddenException($"您当前的岗位不能新建这一类{definition.Label}。");
            RecordDesk.RequireValid(definition, draft, field => field.InBody, requires: false);
            var created = await writer.CreateAsync(definition.Key, context.UnitId, input.Values, common: draft.Row);
            if (form is not null)
                await RecordKeys.ClaimFormAsync(writer.Transaction, created, form);
            return created;
        }, cancellationToken);
        return saved with { IsRepeat = isRepeat };
    }

    /// <summary>Saves the draft, or later the kept fields.</summary>
    public Task<RecordSaved> SaveAsync(long id, long version, RecordInput input, CancellationToken cancellationToken) => desk.ChangeAsync(id, version, async (writer, type, record, rights) =>
    {
        RecordDesk.RequireReadable(input);
        var isDraft = record.IsIn(RecordState.Draft.Key, RecordState.Returned.Key);
        if (isDraft ? !rights.MayDraft : !rights.MayKeep)
            throw new RecordForbiddenException("您当前的岗位不能修改。");
        var asked = input.Asked.Select(type.Find).OfType<Field>().ToArray();
        if (asked.FirstOrDefault(field => isDraft ? !field.InBody && !field.Kept : !field.Kept) is { } closed)
            throw new RefusedException($"“{type.StateOf(record.State).Label}”时不能直接修改“{closed.Label}”。{(type.MayChange && !isDraft ? "请提出变更。" : "")}");
        if (!isDraft && record.IsIn(RecordState.InReview.Key, RecordState.Rejected.Key, RecordState.Withdrawn.Key, RecordState.Archived.Key))
            throw new RefusedException($"现在是“{type.StateOf(record.State).Label}”，不能更新。");
        var after = RecordDesk.Merge(record, input, isDraft);
        desk.RequireFacet(type, record, after);
        RecordDesk.RequireValid(type, after, field => input.Asked.Contains(field.Id), requires: false);
        await writer.CheckAsync(RecordGuard.Save, after, record);
        return await writer.WriteAsync(new() { Kind = RecordChangeKind.Edited, Before = record, After = after }, isDraft ? "修改" : "更新");
    }, cancellationToken);

    /// <summary>Submits a draft, or what was returned: the route begins, or the record is in force at once.</summary>
    public Task<RecordSaved> SubmitAsync(long id, long version, CancellationToken cancellationToken) => desk.ChangeAsync(id, version, async (writer, type, record, rights) =>
    {
        if (!rights.MayDraft)
            throw new RecordForbiddenException("您当前的岗位不能提交。");
        if (!record.IsIn(RecordState.Draft.Key, RecordState.Returned.Key))
            throw new RefusedException($"现在是“{type.StateOf(record.State).Label}”，不能提交。");
        RecordDesk.RequireComplete(type, record);
        await writer.CheckAsync(RecordGuard.Submit, record, record);
        if (type.Route.Count == 0)
        {
            var after = record.With(record.Row with { State = type.ApprovedState });
            await writer.CheckAsync(RecordGuard.Approve, after, record);
            return await writer.WriteAsync(new() { Kind = RecordChangeKind.Submitted, Before = record, After = after }, "提交");
        }

        if (record.Row.ReviewId is { } reviewId)
            await reviews.ResubmitAsync(writer.Transaction, reviewId, await RecordDesk.ReviewVersionAsync(writer.Transaction, reviewId));
        else
            await reviews.StartAsync(writer.Transaction, new() { RouteKey = type.Key, SubjectId = id, Title = record.Title });
        return (await writer.FindAsync(id))!;
    }, cancellationToken);

    /// <summary>Makes a move with what it asks for.</summary>
    public Task<RecordSaved> MoveAsync(
        long id, long version, string move, RecordInput? input, string? reason, CancellationToken cancellationToken) => desk.ChangeAsync(id, version, async (writer, type, record, rights) =>
    {
        var found = type.FindMove(move);
        if (found is null || !rights.MayMove(found))
            throw new RecordForbiddenException($"您当前的岗位不能{found?.Label ?? "这样办理"}。");
        if (found.NeedsReason && string.IsNullOrWhiteSpace(reason))
            throw new RecordInvalidException(new Dictionary<string, string> { ["reason"] = $"请填写{found.Label}的原因" });
        if (reason?.Length > ReviewLimits.Text)
            throw new RecordInvalidException(new Dictionary<string, string> { ["reason"] = $"原因最多 {ReviewLimits.Text} 字" });
        var after = record;
        if (input is not null)
        {
            RecordDesk.RequireReadable(input);
            after = RecordDesk.Merge(record, input, withCommon: false);
        }

        RecordDesk.RequireValid(type, after, field => field.AskedBy == move, requires: true);
        return await writer.MoveAsync(record, move, reason?.Trim() ?? "", after.Data);
    }, cancellationToken);

    /// <summary>A word of somebody who may read the record; it enters the history.</summary>
    public Task<RecordSaved> CommentAsync(long id, long version, string? text, CancellationToken cancellationToken) => desk.ChangeAsync(id, version, async (writer, type, record, rights) =>
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > ReviewLimits.Text)
            throw new RecordInvalidException(new Dictionary<string, string> { ["text"] = $"请填写意见，最多 {ReviewLimits.Text} 字" });
        await RecordHistory.WriteAsync(writer.Transaction, engine, record, "Comment", "意见", text.Trim());
        await engine.Audit.WriteAsync(writer.Transaction, new() { Module = writer.Book.ModuleId, Action = $"{type.Label}：意见", Subject = $"record:{id}" });
        return record;
    }, cancellationToken);
}
