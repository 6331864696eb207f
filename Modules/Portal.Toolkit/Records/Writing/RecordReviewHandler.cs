using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Toolkit.Records.Settings;
using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Writing;

/// <summary>The route of a record type. Its subject is a record, or a change request of one.</summary>
internal sealed class RecordReviewHandler(RecordBook book, RecordType type, ReviewRoute route, IServiceProvider services) : ReviewHandler
{
    public override ReviewRoute Route => route;

    // The record and the change request are written at most once each.
    public override int IdsPerChange => (2 * RecordWriter.IdsPerRecord) + type.IdsPerChange;

    public static ReviewRoute RouteOf(RecordBook book, RecordType type) => new()
    {
        Key = type.Key,
        Title = type.Label,
        Verb = "审核",
        ModuleId = book.ModuleId,
        Link = RecordAddress.OfReview,
        Steps =
        [
            .. type.Route.Select(step => new ReviewStep
            {
                Key = step.Key,
                Label = step.Label,
                Permission = (step.UnitRole == UnitRole.OwnUnitHead ? book.HeadPermission : book.FindRole(step.UnitRole)?.Permission) ?? "",
                WorkingDays = step.WorkingDays,
                MayReturn = true,
                MayReject = step.MayReject,
            }),
        ],
    };

    public override string FinishedText => "已办结，不能再办理。";

    private RecordEngine Engine => services.GetRequiredService<RecordEngine>();

    public override string Subject(Review review) => $"record:{review.SubjectId}";

    public override string ActionText(ReviewChange change) => $"{type.Label}：{RecordReviewWords.Of(change)}";

    public override async Task<IReadOnlyList<string>> OrderAsync(WriteTransaction transaction, ReviewStart start)
    {
        var subject = await SubjectAsync(ReadSession.Of(transaction), start.SubjectId);
        return await RouteOrder.FindAsync(ReadSession.Of(transaction), book, type, subject.Shown.Row.Region);
    }

    public override async Task<bool> AppliesAsync(WriteTransaction transaction, Review review, ReviewStep step) =>
        StepOf(step).When is not { } when || when((await SubjectAsync(ReadSession.Of(transaction), review.SubjectId)).Shown);

    public override async Task<long?> ResolveUnitAsync(WriteTransaction transaction, Review review, ReviewStep step)
    {
        var role = StepOf(step).UnitRole;
        var data = ReadSession.Of(transaction);
        if (role == UnitRole.OwnUnitHead)
            return (await SubjectAsync(data, review.SubjectId)).Record.UnitId;
        return await Reader(data).OfficeAsync(type.Key, role)
            ?? throw new ReviewRefusedException($"“{book.FindRole(role)!.Label}”还没有指定单位，“{step.Label}”没有办理单位。请联系管理员在“职能部门”中指定。");
    }

    /// <summary>Nobody decides a step on a record he owns.</summary>
    public override async Task<bool> IsMakerAsync(ReadSession data, Review review, long personId) =>
        review.StarterPersonId == personId || (await SubjectAsync(data, review.SubjectId)).Record.Row.OwnerId == personId;

    /// <summary>Whoever drafts for the unit, until somebody has decided; of a change request also when it was returned.</summary>
    public override async Task<bool> MayWithdrawAsync(ReadSession data, Review review, Portal.Units.Post post)
    {
        if (!await MayResubmitAsync(data, review, post))
            return false;

        // A request that came back would bar every other one for ever; a record that came back is revised or left.
        var isReturnedChange = review.State == ReviewState.Returned && (await SubjectAsync(data, review.SubjectId)).ChangeId is not null;
        return review.IsUntouched || isReturnedChange ? true : throw new ReviewRefusedException("已有环节办理过，不能撤回。请联系当前办理单位退回。");
    }

    public override async Task<bool> MayResubmitAsync(ReadSession data, Review review, Portal.Units.Post post)
    {
        var record = (await SubjectAsync(data, review.SubjectId)).Record;
        var rights = services.GetRequiredService<Access.RecordAccess>().RightsOn(type, record, [new(record.UnitId, IsOwn: true)]);
        return rights.MayDraft;
    }

    public override async Task ChangedAsync(WriteTransaction transaction, ReviewChange change)
    {
        var writer = await Engine.OpenAsync(transaction, book);
        var subject = await SubjectAsync(ReadSession.Of(transaction), change.After.SubjectId);
        if (change.After.WaitingUnitId is { } unitId)
            await RecordUnits.AddReviewerAsync(transaction, type, subject.Record.Id, unitId);
        if (subject.ChangeId is { } changeId)
            await RecordAmendment.ReviewedAsync(writer, Engine, type, subject.Record, changeId, subject.Shown, change);
        else
            await ReviewedAsync(writer, subject.Record, change);
        Engine.Warn(writer.Warnings);
    }

    private async Task ReviewedAsync(RecordWriter writer, RecordView record, ReviewChange change)
    {
        var state = change.After.State switch
        {
            ReviewState.Passed => type.ApprovedState,
            ReviewState.Rejected => RecordState.Rejected.Key,
            ReviewState.Returned => RecordState.Returned.Key,
            ReviewState.Withdrawn or ReviewState.Expired => RecordState.Withdrawn.Key,
            _ => RecordState.InReview.Key,
        };
        if (change.Kind == ReviewChangeKind.Expired && type.StateOf(record.State).IsFinal)
            state = record.State;
        var label = change.After.State is ReviewState.Active or ReviewState.Held ? Route.Find(change.After.StepKey)?.Label ?? "" : "";
        var after = record.With(record.Row with { State = state, ReviewId = change.After.Id, StepLabel = label });
        if (change.After.State == ReviewState.Passed)
            await writer.CheckAsync(RecordGuard.Approve, after, record);
        var kind = change.Kind is ReviewChangeKind.Started or ReviewChangeKind.Resubmitted ? RecordChangeKind.Submitted : RecordChangeKind.Reviewed;
        await writer.WriteAsync(new() { Kind = kind, Before = record, After = after, Review = change, Text = change.Text }, RecordReviewWords.Of(change), isAudited: false);
    }

    private async Task<ReviewSubject> SubjectAsync(ReadSession data, long subjectId) =>
        await ReviewSubject.FindAsync(data, Reader(data), type, Engine.Secrets, subjectId) ?? throw new ReviewNotFoundException();

    private RecordReader Reader(ReadSession data) => new(data, Engine.Catalog, Engine.Secrets);

    private RecordStep StepOf(ReviewStep step) => type.Route.First(found => found.Key == step.Key);
}
