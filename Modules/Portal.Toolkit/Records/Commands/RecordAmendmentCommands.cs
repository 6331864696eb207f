using System.Text.Json.Nodes;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Records.Writing;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Records.Commands;

/// <summary>变更 of approved records; throws what <see cref="RecordCommands"/> throws.</summary>
public sealed class RecordAmendmentCommands(RecordDesk desk, RecordEngine engine, IReviews reviews, IUnitContext context)
{
    /// <summary>变更: asks for another content of an approved record; the same route decides.</summary>
    public Task<RecordSaved> RequestAsync(
        long id, long version, RecordInput input, string? reason, CancellationToken cancellationToken) => desk.ChangeAsync(id, version, async (writer, type, record, rights) =>
    {
        if (!rights.MayDraft || !type.MayChange)
            throw new RecordForbiddenException("您当前的岗位不能提出变更。");
        if (record.Row.ChangeId is not null)
            throw new RefusedException("已有一项变更正在审核，请等它办完后再提出。");
        if (record.IsIn(RecordState.Draft.Key, RecordState.Returned.Key, RecordState.InReview.Key) || type.StateOf(record.State).IsFinal)
            throw new RefusedException($"现在是“{type.StateOf(record.State).Label}”，不能提出变更。");
        var amended = await AmendAsync(writer, type, record, input, reason);
        var change = new RecordAmendment
        {
            Id = writer.Transaction.NextId(), RecordId = id, Data = RecordJson.Write(type, amended.Data, engine.Secrets), Reason = reason!.Trim(),
            PersonId = context.Person?.Id, PersonName = context.Person?.Name ?? "", CreatedAt = engine.Now,
        };
        await RecordAmendment.InsertAsync(writer.Transaction, change);
        await reviews.StartAsync(writer.Transaction, new() { RouteKey = type.Key, SubjectId = change.Id, Title = $"变更：{record.Title}", Detail = new { record = id, reason = change.Reason } });
        return (await writer.FindAsync(id))!;
    }, cancellationToken);

    /// <summary>A request that was returned, with another content and reason: it takes the route anew.</summary>
    public Task<RecordSaved> ReviseAsync(
        long id, long version, RecordInput input, string? reason, CancellationToken cancellationToken) => desk.ChangeAsync(id, version, async (writer, type, record, rights) =>
    {
        if (!rights.MayDraft)
            throw new RecordForbiddenException("您当前的岗位不能修改变更申请。");
        if (record.Row.ChangeId is not { } changeId || await RecordAmendment.FindAsync(ReadSession.Of(writer.Transaction), changeId) is not { ReviewId: { } reviewId } change)
            throw new RefusedException("没有正在办理的变更，请刷新页面查看。");
        if (change.State != RecordState.Returned.Key)
            throw new RefusedException("变更正在审核，不能修改；退回以后才能修改。");
        var amended = await AmendAsync(writer, type, record, input, reason);
        await RecordAmendment.UpdateAsync(writer.Transaction, changeId, RecordJson.Write(type, amended.Data, engine.Secrets), reason!.Trim());
        await reviews.ResubmitAsync(writer.Transaction, reviewId, await RecordDesk.ReviewVersionAsync(writer.Transaction, reviewId));
        return (await writer.FindAsync(id))!;
    }, cancellationToken);

    private async Task<RecordView> AmendAsync(RecordWriter writer, RecordType type, RecordView record, RecordInput input, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReviewLimits.Text)
            throw new RecordInvalidException(new Dictionary<string, string> { ["reason"] = $"请填写变更原因，最多 {ReviewLimits.Text} 字" });
        RecordDesk.RequireReadable(input);
        var amended = RecordDesk.Merge(record, input, withCommon: false);
        if (JsonNode.DeepEquals(amended.Data, record.Data))
            throw new RefusedException("内容没有变化，不需要提出变更。");
        desk.RequireFacet(type, record, amended);
        RecordDesk.RequireValid(type, amended, field => field.InBody, requires: true);
        await writer.CheckAsync(RecordGuard.Submit, amended, record);
        return amended;
    }
}
