using Microsoft.Extensions.DependencyInjection;
using Portal.Audit;
using Portal.Data;
using Portal.Testing;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Reviews;

public abstract class ReviewRefusalTests<TDialect>(ReviewFixture<TDialect> portal) : IClassFixture<ReviewFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "transfer:6")]
    [Trait("Case", "transfer:7")]
    public async Task Only_exactly_the_waiting_unit_with_the_permission_decides()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(), "bureau");
        foreach (var who in new[] { Worker.Lead, Worker.City, Worker.Final, Worker.Clerk, null })
        {
            var refused = await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.DecideAsync(who, review));
            Assert.Equal(403, refused.StatusCode);
            Assert.False(await portal.AsAsync(who, services => services.GetRequiredService<ReviewQueries>().MayDecideAsync(review, default)));
        }

        await UnchangedAsync(review);
        Assert.True(await portal.AsAsync(Worker.Bureau, services => services.GetRequiredService<ReviewQueries>().MayDecideAsync(review, default)));
    }

    [Fact]
    public async Task With_four_eyes_the_maker_does_not_decide_and_without_it_is_marked()
    {
        var strict = await portal.StartAsync();
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.DecideAsync(Worker.Maker, strict));
        Assert.False(await portal.AsAsync(Worker.Maker, services => services.GetRequiredService<ReviewQueries>().MayDecideAsync(strict, default)));
        await UnchangedAsync(strict);

        var loose = await portal.StartAsync(new() { FourEyes = false });
        var change = await portal.DecideAsync(Worker.Maker, loose);
        Assert.True(change.IsSelfReview);
        var timeline = await portal.TimelineAsync(loose);
        Assert.True(timeline.Steps[0].SelfReview);
        Assert.True(timeline.History[^1].SelfReview);
        var audit = await portal.Database.QueryAsync<string>("select after_json from portal_audit where subject = @subject order by id", new { subject = $"paper:{loose.SubjectId}" });
        Assert.Contains("\"self_review\":true", audit[^1], StringComparison.Ordinal);
        Assert.False((await portal.DecideAsync(Worker.Bureau, change.After)).IsSelfReview);
    }

    [Fact]
    [Trait("Case", "transfer:17")]
    public async Task An_opinion_is_asked_for_as_the_step_says()
    {
        var review = await portal.StartAsync();
        foreach (var opinion in new[] { null, "", "  ", new string('长', 501) })
        {
            var refused = await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.DecideAsync(Worker.Lead, review, opinion: opinion));
            Assert.Equal((422, "opinion"), (refused.StatusCode, refused.Field));
        }

        await UnchangedAsync(review);
        review = (await portal.DecideAsync(Worker.Lead, review, opinion: $" {new string('长', 500)} ")).After;
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.DecideAsync(Worker.Bureau, review, ReviewDecision.Reject, ""));
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.DecideAsync(Worker.Bureau, review, ReviewDecision.Return, null));
        Assert.Equal("final", (await portal.DecideAsync(Worker.Bureau, review, opinion: null)).After.StepKey);
    }

    [Fact]
    public async Task A_step_does_only_what_its_route_lets_it()
    {
        var review = await portal.StartAsync(new() { Extra = true });
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.DecideAsync(Worker.Lead, review, ReviewDecision.Return));
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.DecideAsync(Worker.Lead, review, ReviewDecision.Skip));
        review = await portal.PassUntilAsync(review, "extra");
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.DecideAsync(Worker.Extra, review, ReviewDecision.Reject));
        foreach (var target in new[] { "extra", "final", "unknown" })
            await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.DecideAsync(Worker.Extra, review, ReviewDecision.Return, "退", target));
        await UnchangedAsync(review);
    }

    [Fact]
    [Trait("Case", "transfer:33")]
    public async Task A_step_without_a_unit_refuses_the_change_before_it()
    {
        var refused = await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.StartAsync(new() { Missing = "school" }));
        Assert.Contains("学校核办", refused.Message, StringComparison.Ordinal);
        var review = await portal.PassUntilAsync(await portal.StartAsync(new() { Missing = "final" }), "bureau");
        refused = await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.DecideAsync(Worker.Bureau, review));
        Assert.Contains("终审", refused.Message, StringComparison.Ordinal);
        await UnchangedAsync(review);
        await portal.ChangeAsync(review, "missing", "");
        Assert.Equal(40, (await portal.DecideAsync(Worker.Bureau, review)).After.WaitingUnitId);
    }

    [Fact]
    public async Task An_effect_that_fails_undoes_everything()
    {
        var review = await portal.PassUntilAsync(await portal.StartAsync(new() { Breaks = "Rejected" }), "bureau");
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.DecideAsync(Worker.Bureau, review, ReviewDecision.Reject));
        await UnchangedAsync(review);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.StartAsync(new() { Breaks = "Started" }));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_review where subject_id = (select max(id) from test_paper)"));
    }

    [Fact]
    public async Task An_old_version_a_second_start_and_an_unknown_review_are_refused()
    {
        var review = await portal.StartAsync();
        var next = (await portal.DecideAsync(Worker.Lead, review)).After;
        var stale = await Assert.ThrowsAsync<ReviewStaleException>(() => portal.DecideAsync(Worker.Lead, review));
        Assert.Equal(409, stale.StatusCode);
        Assert.Contains("教育局核办", stale.Message, StringComparison.Ordinal);
        await UnchangedAsync(next);
        await Assert.ThrowsAsync<ReviewNotFoundException>(() => portal.DecideAsync(Worker.Lead, review with { Id = -1 }));
        await Assert.ThrowsAsync<ReviewRefusedException>(() => portal.AsAsync(Worker.Maker, services => services.GetRequiredService<IWriteTransactions>().RunAsync(
            services.GetRequiredService<IReviews>().IdsFor(SampleHandler.Key),
            transaction => services.GetRequiredService<IReviews>().StartAsync(transaction, new() { RouteKey = SampleHandler.Key, SubjectId = review.SubjectId, Title = "再次" }),
            default)));
    }

    [Fact]
    public async Task An_edit_of_the_subject_makes_an_open_decision_stale_and_ends_with_the_review()
    {
        var review = await portal.StartAsync();
        var touched = await TouchAsync(review, "更正姓名");
        Assert.Equal(review.Version + 1, touched.Version);
        await Assert.ThrowsAsync<ReviewStaleException>(() => portal.DecideAsync(Worker.Lead, review));
        await Assert.ThrowsAsync<ReviewStaleException>(() => TouchAsync(review, null));
        Assert.Equal(("Edited", "更正姓名"), ((await portal.TimelineAsync(review)).History[^1].Kind, (await portal.TimelineAsync(review)).History[^1].Text));
        var ended = (await portal.CommandAsync(Worker.Maker, commands => commands.WithdrawAsync(review.Id, touched.Version, "撤", default))).After;
        await Assert.ThrowsAsync<ReviewFinishedException>(() => TouchAsync(ended, null));
    }

    [Fact]
    public async Task Urging_tells_the_waiting_unit_and_makes_nobody_stale()
    {
        var review = await portal.StartAsync();
        await portal.AsAsync(Worker.City, async services =>
        {
            await services.GetRequiredService<ReviewCommands>().UrgeAsync(review.Id, "请本周办完", default);
            return true;
        });
        Assert.Contains(await portal.NoticesAsync(Worker.Lead), notice => notice.Link == $"/sample/{review.SubjectId}" && notice.Text == "请本周办完");
        Assert.Equal(["发起", "催办"], await portal.AuditAsync(review));
        var ended = (await portal.DecideAsync(Worker.Bureau, (await portal.DecideAsync(Worker.Lead, review)).After, ReviewDecision.Reject)).After;
        await Assert.ThrowsAsync<ReviewFinishedException>(() => portal.AsAsync(Worker.City, async services =>
        {
            await services.GetRequiredService<ReviewCommands>().UrgeAsync(ended.Id, null, default);
            return true;
        }));
    }

    private Task<Review> TouchAsync(Review review, string? note) => portal.AsAsync(Worker.Maker, services => services.GetRequiredService<IWriteTransactions>().RunAsync(
        1,
        async transaction =>
        {
            var touched = await services.GetRequiredService<IReviews>().TouchAsync(transaction, review.Id, review.Version, note);
            await services.GetRequiredService<IAuditLog>().WriteAsync(transaction, new() { Module = "Organisation", Action = "修改", Subject = $"paper:{review.SubjectId}" });
            return touched;
        },
        default));

    private async Task UnchangedAsync(Review review)
    {
        var timeline = await portal.TimelineAsync(review);
        Assert.Equal((review.Version, review.State, review.StepKey, review.WaitingUnitId), (timeline.Review.Version, timeline.Review.State, timeline.Review.StepKey, timeline.Review.WaitingUnitId));
        Assert.Null(timeline.Steps[^1].Decision);
        Assert.Equal(review.Version, (await portal.AuditAsync(review)).Count);
        Assert.Equal(review.Version, (await portal.EffectsAsync(review)).Count);
    }
}

public sealed class SqliteReviewRefusalTests(ReviewFixture<Sqlite> portal) : ReviewRefusalTests<Sqlite>(portal);

public sealed class MariaDbReviewRefusalTests(ReviewFixture<MariaDb> portal) : ReviewRefusalTests<MariaDb>(portal);
