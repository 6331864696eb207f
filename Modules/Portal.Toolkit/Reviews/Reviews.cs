using Portal.Audit;
using Portal.Data;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

internal sealed class Reviews(
    ReviewHandlers handlers, ReviewStarter starter, ReviewClaims claims, StepEntry entry, ReviewGuard guard, ReviewRecorder recorder, ReviewHistory history,
    ReviewNotices notices, IAuditLog audit, IUnitTree units, TimeProvider clock) : IReviews
{
    private static readonly ReviewState[] _open = [ReviewState.Active, ReviewState.Held, ReviewState.Returned];

    // The row and one more audit row, a line of history and a notice for each step, and the change itself with its hold.
    public int IdsFor(string routeKey) => handlers.Get(routeKey) is var handler ? (2 * handler.Route.Steps.Count) + 6 + handler.IdsPerChange : 0;

    public Task<Review> StartAsync(WriteTransaction transaction, ReviewStart start) => starter.StartAsync(transaction, start);

    public async Task<Review> TouchAsync(WriteTransaction transaction, long reviewId, long version, string? note = null)
    {
        var review = await claims.ClaimAsync(transaction, reviewId, version, _open);
        if (ReviewText.Note(note) is { Length: > 0 } text)
            await history.WriteAsync(transaction, new("Edited", "修改", review) { Text = text });
        return review with { Version = version + 1 };
    }

    public async Task<ReviewChange> DecideAsync(
        WriteTransaction transaction, long reviewId, long version, ReviewDecision decision, string? opinion, string? returnTo = null)
    {
        var before = await claims.ClaimAsync(transaction, reviewId, version, ReviewState.Active);
        var (handler, step) = At(before);
        var selfReview = await guard.RequireTurnAsync(ReadSession.Of(transaction), handler, before, step);
        var text = ReviewText.Opinion(handler.Route, step, decision, opinion);
        await ReviewStepStore.DecideAsync(transaction, before, new() { Decision = decision, Opinion = text, SelfReview = selfReview, ActedAt = Now }, guard.Actor);
        var entered = decision switch
        {
            ReviewDecision.Pass => await entry.EnterAsync(transaction, handler, before, before.StepNo + 1),
            ReviewDecision.Reject when step.MayReject => new(before.Ended(ReviewState.Rejected, Now), []),
            ReviewDecision.Return when step.MayReturn => await ReturnAsync(transaction, handler, before, returnTo),
            _ => throw new ReviewRefusedException($"“{step.Label}”不能{decision.Word()}。", "decision"),
        };
        var kind = decision switch
        {
            ReviewDecision.Reject => ReviewChangeKind.Rejected,
            ReviewDecision.Return => ReviewChangeKind.Returned,
            _ => entered.Review.State == ReviewState.Passed ? ReviewChangeKind.Finished : ReviewChangeKind.StepPassed,
        };
        return await recorder.RecordAsync(
            transaction,
            handler,
            new() { Kind = kind, Before = before, After = entered.Review, Step = step, Decision = decision, Text = text, IsSelfReview = selfReview },
            entered.Notes);
    }

    public async Task<ReviewChange> ResumeAsync(WriteTransaction transaction, long reviewId, long version)
    {
        var before = await claims.ClaimAsync(transaction, reviewId, version, ReviewState.Held);
        var (handler, step) = At(before);
        var entered = await entry.EnterAsync(transaction, handler, before, before.StepNo);
        var kind = entered.Review.State switch
        {
            ReviewState.Held => ReviewChangeKind.HeldAgain,
            ReviewState.Passed => ReviewChangeKind.Finished,
            _ => ReviewChangeKind.Resumed,
        };
        return await recorder.RecordAsync(transaction, handler, new() { Kind = kind, Before = before, After = entered.Review, Step = step }, entered.Notes);
    }

    public async Task<ReviewChange> ResubmitAsync(WriteTransaction transaction, long reviewId, long version)
    {
        var before = await claims.ClaimAsync(transaction, reviewId, version, ReviewState.Returned);
        var handler = handlers.Get(before.RouteKey);
        if (!await handler.MayResubmitAsync(ReadSession.Of(transaction), before, guard.RequirePost()))
            throw new ReviewForbiddenException("只有发起单位可以重新提交。");
        await ReviewStepStore.SupersedeAsync(transaction, before, 1);
        var entered = await entry.EnterAsync(transaction, handler, before with { Round = before.Round + 1 }, 1);
        return await recorder.RecordAsync(transaction, handler, new() { Kind = ReviewChangeKind.Resubmitted, Before = before, After = entered.Review }, entered.Notes);
    }

    public async Task<ReviewChange> WithdrawAsync(WriteTransaction transaction, long reviewId, long version, string? reason)
    {
        var before = await claims.ClaimAsync(transaction, reviewId, version, _open);
        var handler = handlers.Get(before.RouteKey);
        if (!await handler.MayWithdrawAsync(ReadSession.Of(transaction), before, guard.RequirePost()))
            throw new ReviewForbiddenException("只有发起单位可以撤销。");
        return await EndAsync(transaction, handler, ReviewChangeKind.Withdrawn, before, ReviewState.Withdrawn, ReviewText.Reason(reason, "撤销"));
    }

    public async Task<ReviewChange> ExpireAsync(WriteTransaction transaction, long reviewId, string reason)
    {
        var seen = await ReviewStore.FindAsync(transaction, reviewId) ?? throw new ReviewNotFoundException();
        var before = await claims.ClaimAsync(transaction, reviewId, seen.Version, _open);
        return await EndAsync(transaction, handlers.Get(before.RouteKey), ReviewChangeKind.Expired, before, ReviewState.Expired, ReviewText.Reason(reason, "清理"));
    }

    public async Task<ReviewChange> ReassignAsync(WriteTransaction transaction, long reviewId, long version, long unitId, string? reason)
    {
        var before = await claims.ClaimAsync(transaction, reviewId, version, ReviewState.Active);
        var (handler, step) = At(before);
        var text = ReviewText.Reason(reason, "改派");
        if (unitId == before.WaitingUnitId)
            throw new ReviewRefusedException("这一环节已经由该单位办理，请选择其他单位。", "unitId");
        var after = await entry.WaitAsync(transaction, before, step, unitId);
        await ReviewStepStore.ReassignAsync(transaction, after);
        var route = $"由{units.Find(before.WaitingUnitId!.Value)?.Name}改派到{units.Find(unitId)!.Name}：{text}";
        return await recorder.RecordAsync(transaction, handler, new() { Kind = ReviewChangeKind.Reassigned, Before = before, After = after, Step = step, Text = route }, []);
    }

    public async Task UrgeAsync(WriteTransaction transaction, long reviewId, string? note)
    {
        var review = await ReviewStore.FindAsync(transaction, reviewId) ?? throw new ReviewNotFoundException();
        var handler = handlers.Get(review.RouteKey);
        if (review.State.IsFinal())
            throw new ReviewFinishedException(handler.FinishedText);
        if (review.WaitingUnitId is not { } unitId)
            throw new ReviewRefusedException($"“{review.Title}”现在是“{review.State.Word(handler.Route.Verb)}”，没有等待办理的单位。");
        var text = ReviewText.Note(note);
        await history.WriteAsync(transaction, new("Urged", "催办", review) { Text = text });
        await notices.SendAsync(transaction, handler, review, "请尽快办理", text, new() { UnitId = unitId, Permission = review.WaitingPermission, Title = "", ModuleId = "" });
        await audit.WriteAsync(transaction, new() { Module = handler.Route.ModuleId, Action = "催办", Subject = handler.Subject(review), After = new { step = review.StepKey, unit = unitId, text } });
    }

    private async Task<EnteredReview> ReturnAsync(WriteTransaction transaction, ReviewHandler handler, Review review, string? returnTo)
    {
        if (string.IsNullOrEmpty(returnTo))
            return new(review.Left() with { State = ReviewState.Returned }, []);
        var target = (await ReviewStepStore.InForceAsync(transaction, review.Id)).FirstOrDefault(done =>
            done.StepKey == returnTo && done.StepNo < review.StepNo && done.Decision == ReviewDecision.Pass)
            ?? throw new ReviewRefusedException("只能退回到已经通过的环节，请重新选择。", "returnTo");
        await ReviewStepStore.SupersedeAsync(transaction, review, target.StepNo);
        return await entry.EnterAsync(transaction, handler, review with { Round = review.Round + 1 }, target.StepNo);
    }

    private Task<ReviewChange> EndAsync(WriteTransaction transaction, ReviewHandler handler, ReviewChangeKind kind, Review before, ReviewState state, string reason) =>
        recorder.RecordAsync(transaction, handler, new() { Kind = kind, Before = before, After = before.Ended(state, Now), Text = reason }, []);

    private (ReviewHandler Handler, ReviewStep Step) At(Review review)
    {
        var handler = handlers.Get(review.RouteKey);
        return (handler, handler.Route.Find(review.StepKey) ?? throw new InvalidOperationException($"The route {review.RouteKey} has no step {review.StepKey} any more."));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
