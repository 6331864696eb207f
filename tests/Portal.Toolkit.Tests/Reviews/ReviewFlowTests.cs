using Portal.Testing;
using Portal.Toolkit.Components;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Reviews;

public abstract class ReviewFlowTests<TDialect>(ReviewFixture<TDialect> portal) : IClassFixture<ReviewFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "transfer:4")]
    [Trait("Case", "transfer:5")]
    public async Task All_steps_pass_in_order_and_each_leaves_one_audit_row_and_one_effect()
    {
        var review = await portal.StartAsync(new() { Extra = true });
        Assert.Equal((ReviewState.Active, "school", 10, 1), (review.State, review.StepKey, review.WaitingUnitId, review.StepNo));
        Assert.Equal(new DateTime(2026, 3, 24, 16, 0, 0), review.DueAt);
        Assert.True(review.IsUntouched);
        foreach (var (who, next) in new[] { (Worker.Lead, "bureau"), (Worker.Bureau, "extra"), (Worker.Extra, "final") })
        {
            var change = await portal.DecideAsync(who, review);
            Assert.Equal((ReviewChangeKind.StepPassed, next), (change.Kind, change.After.StepKey));
            review = change.After;
            Assert.Equal(SampleHandler.UnitOf(next), review.WaitingUnitId);
        }

        var finished = (await portal.DecideAsync(Worker.Final, review)).After;
        Assert.Equal((ReviewState.Passed, null, null), (finished.State, finished.WaitingUnitId, finished.DueAt));
        Assert.NotNull(finished.FinishedAt);
        Assert.Equal(["发起", "核办通过", "核办通过", "核办通过", "核办通过"], await portal.AuditAsync(review));
        Assert.Equal(["Started", "StepPassed", "StepPassed", "StepPassed", "Finished"], await portal.EffectsAsync(review));
        var timeline = await portal.TimelineAsync(review);
        Assert.Equal(finished with { EnteredAt = null }, timeline.Review with { StartedAt = finished.StartedAt, FinishedAt = finished.FinishedAt });
        Assert.Equal(["李主管", "张局", "赵会签", "钱终审"], timeline.Steps.Select(step => step.ActorName));
        Assert.All(timeline.Steps, step => Assert.Equal((ReviewDecision.Pass, "同意", false), (step.Decision, step.Opinion, step.SelfReview)));
        Assert.Equal(["Started", "StepPassed", "StepPassed", "StepPassed", "Finished"], timeline.History.Select(line => line.Kind));
        Assert.Equal(["school", "school", "bureau", "extra", "final"], timeline.History.Select(line => line.StepKey));
    }

    [Fact]
    public async Task A_step_that_does_not_apply_is_recorded_as_skipped()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(), "final");
        var timeline = await portal.TimelineAsync(review);
        Assert.Equal([ReviewDecision.Pass, ReviewDecision.Pass, ReviewDecision.Skip, null], timeline.Steps.Select(step => step.Decision));
        Assert.Equal(["Started", "StepPassed", "StepPassed", "Skipped"], timeline.History.Select(line => line.Kind));
        Assert.Equal(("会签：无需办理", "系统"), (timeline.History[^1].Action, timeline.History[^1].ActorName));
        Assert.Equal(["已通过", "已通过", "无需办理", "办理中"], timeline.Line.Items.Select(item => item.StateText ?? item.Kind.Word()));
    }

    [Fact]
    [Trait("Case", "transfer:19")]
    public async Task A_held_review_waits_in_front_of_the_step_until_the_reason_is_gone()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(new() { HoldCode = "2002" }), "bureau");
        var held = await portal.DecideAsync(Worker.Bureau, review);
        Assert.Equal((ReviewChangeKind.StepPassed, ReviewState.Held, "final", "2002"), (held.Kind, held.After.State, held.After.StepKey, held.After.HoldCode));
        Assert.Null(held.After.WaitingUnitId);
        await Assert.ThrowsAsync<ReviewStaleException>(() => portal.DecideAsync(Worker.Final, held.After));

        await portal.ChangeAsync(review, "hold_code", "2003");
        var again = await portal.CommandAsync(Worker.Maker, commands => commands.ResumeAsync(review.Id, held.After.Version, default));
        Assert.Equal((ReviewChangeKind.HeldAgain, "2003"), (again.Kind, again.After.HoldCode));
        await portal.ChangeAsync(review, "hold_code", "");
        var resumed = await portal.CommandAsync(Worker.Maker, commands => commands.ResumeAsync(review.Id, again.After.Version, default));
        Assert.Equal((ReviewChangeKind.Resumed, ReviewState.Active, 40, ""), (resumed.Kind, resumed.After.State, resumed.After.WaitingUnitId, resumed.After.HoldCode));
        Assert.Equal(["发起", "核办通过", "核办通过", "重新校验", "重新校验"], await portal.AuditAsync(review));
        Assert.Equal(
            ["Started", "StepPassed", "StepPassed", "Skipped", "Held", "HeldAgain", "Held", "Resumed"], (await portal.TimelineAsync(review)).History.Select(line => line.Kind));
        Assert.Equal(ReviewState.Passed, (await portal.DecideAsync(Worker.Final, resumed.After)).After.State);
    }

    [Fact]
    public async Task A_return_to_the_starter_begins_a_new_round_and_keeps_what_was_decided()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(), "final");
        var returned = (await portal.DecideAsync(Worker.Final, review, ReviewDecision.Return, "材料不全")).After;
        Assert.Equal((ReviewState.Returned, null), (returned.State, returned.WaitingUnitId));
        Assert.Contains("退回", Assert.Single(await portal.NoticesAsync(Worker.Maker), notice => notice.Link == $"/sample/{review.SubjectId}").Title, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.CommandAsync(Worker.Bureau, commands => commands.ResubmitAsync(review.Id, returned.Version, default)));

        var second = (await portal.CommandAsync(Worker.Maker, commands => commands.ResubmitAsync(review.Id, returned.Version, default))).After;
        Assert.Equal((ReviewState.Active, 2, "school"), (second.State, second.Round, second.StepKey));
        second = (await portal.DecideAsync(Worker.Final, await portal.PassUntilAsync(second, "final"))).After;
        Assert.Equal(ReviewState.Passed, second.State);
        var steps = (await portal.TimelineAsync(review)).Steps;
        Assert.Equal(8, steps.Count);
        Assert.All(steps, step => Assert.Equal(step.Round == 1, step.Superseded));
        Assert.Equal((ReviewDecision.Return, "材料不全"), (steps[3].Decision, steps[3].Opinion));
        Assert.False(second.IsUntouched);
    }

    [Fact]
    public async Task A_return_to_an_earlier_step_keeps_the_decisions_before_it_in_force()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(new() { Extra = true }), "final");
        var back = (await portal.DecideAsync(Worker.Final, review, ReviewDecision.Return, "请教育局复核", "bureau")).After;
        Assert.Equal((ReviewState.Active, 2, "bureau", 20), (back.State, back.Round, back.StepKey, back.WaitingUnitId));
        var ended = (await portal.DecideAsync(Worker.Final, await portal.PassUntilAsync(back, "final"))).After;
        Assert.Equal(ReviewState.Passed, ended.State);
        var inForce = (await portal.TimelineAsync(review)).Steps.Where(step => !step.Superseded).OrderBy(step => step.StepNo);
        Assert.Equal([("school", 1), ("bureau", 2), ("extra", 2), ("final", 2)], inForce.Select(step => (step.StepKey, step.Round)));
    }

    [Fact]
    [Trait("Case", "transfer:17")]
    public async Task A_rejection_ends_the_review()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(), "bureau");
        var change = await portal.DecideAsync(Worker.Bureau, review, ReviewDecision.Reject, "不符合政策");
        Assert.Equal((ReviewChangeKind.Rejected, ReviewState.Rejected), (change.Kind, change.After.State));
        await Assert.ThrowsAsync<ReviewFinishedException>(() => portal.DecideAsync(Worker.Bureau, change.After));
        Assert.Equal("核办不通过", (await portal.AuditAsync(review))[^1]);
        Assert.Equal(["已通过", "不通过", "未进行", "未进行"], (await portal.TimelineAsync(review)).Line.Items.Select(item => item.StateText ?? item.Kind.Word()));
    }

    [Fact]
    [Trait("Case", "transfer:16")]
    public async Task A_withdrawal_needs_a_reason_and_tells_the_units_that_acted()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(), "bureau");
        var refused = await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.CommandAsync(Worker.Maker, commands => commands.WithdrawAsync(review.Id, review.Version, " ", default)));
        Assert.Equal("reason", refused.Field);
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.CommandAsync(Worker.Bureau, commands => commands.WithdrawAsync(review.Id, review.Version, "不对", default)));
        var change = await portal.CommandAsync(Worker.Lead, commands => commands.WithdrawAsync(review.Id, review.Version, "年级填错", default));
        Assert.Equal((ReviewState.Withdrawn, "年级填错"), (change.After.State, change.Text));
        foreach (var who in new[] { Worker.Lead, Worker.Bureau })
            Assert.Contains(await portal.NoticesAsync(who), notice => notice.Link == $"/sample/{review.SubjectId}" && notice.Text == "年级填错");
        Assert.DoesNotContain(await portal.NoticesAsync(Worker.Clerk), notice => notice.Link == $"/sample/{review.SubjectId}");
        var finished = await Assert.ThrowsAsync<ReviewFinishedException>(() => portal.CommandAsync(Worker.Maker, commands => commands.WithdrawAsync(review.Id, change.After.Version, "再撤", default)));
        Assert.Equal("已核办完毕，无法撤销", finished.Message);
    }

    [Fact]
    public async Task A_reassigned_step_waits_for_the_other_unit_with_new_time()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(), "bureau");
        var change = await portal.CommandAsync(Worker.City, commands => commands.ReassignAsync(review.Id, review.Version, 41, "学校已划转", default));
        Assert.Equal((ReviewChangeKind.Reassigned, 41, "bureau"), (change.Kind, change.After.WaitingUnitId, change.After.StepKey));
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.DecideAsync(Worker.Bureau, change.After));
        Assert.Equal("由单位20改派到单位41：学校已划转", (await portal.TimelineAsync(review)).History[^1].Text);
        Assert.Equal(ReviewState.Active, (await portal.DecideAsync(new(9, "新局", 41, Worker.Review), change.After)).After.State);
        var next = await portal.ReadAsync(review);
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.CommandAsync(Worker.City, commands => commands.ReassignAsync(review.Id, next.Version, 999, "试", default)));
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.CommandAsync(Worker.City, commands => commands.ReassignAsync(review.Id, next.Version, 41, "", default)));
    }

    [Fact]
    [Trait("Case", "transfer:29")]
    public async Task The_system_ends_a_review_and_the_history_says_so()
    {
        var review = await portal.StartAsync();
        var change = await portal.CommandAsync(null, commands => commands.ExpireAsync(review.Id, "超过 165 天未办结", default));
        Assert.Equal(ReviewState.Expired, change.After.State);
        var last = (await portal.TimelineAsync(review)).History[^1];
        Assert.Equal(("Expired", "系统", "超过 165 天未办结"), (last.Kind, last.ActorName, last.Text));
        await Assert.ThrowsAsync<ReviewFinishedException>(() => portal.CommandAsync(null, commands => commands.ExpireAsync(review.Id, "再次", default)));
    }
}

public sealed class SqliteReviewFlowTests(ReviewFixture<Sqlite> portal) : ReviewFlowTests<Sqlite>(portal);

public sealed class MariaDbReviewFlowTests(ReviewFixture<MariaDb> portal) : ReviewFlowTests<MariaDb>(portal);
