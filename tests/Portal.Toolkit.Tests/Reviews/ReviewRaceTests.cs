using Portal.Testing;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Reviews;

/// <summary>Of competing changes on one review exactly one takes place, with one audit row; the others change nothing.</summary>
public abstract class ReviewRaceTests<TDialect>(ReviewFixture<TDialect> portal) : IClassFixture<ReviewFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Rounds = 60;

    [Fact]
    [Trait("Case", "transfer:15")]
    public async Task Two_people_of_one_unit_pass_and_reject_at_once()
    {
        var outcomes = new HashSet<ReviewState>();
        for (var round = 0; round < Rounds; round++)
        {
            var review = await portal.PassUntilAsync(await portal.StartAsync(), "final");
            outcomes.Add(await OneWinsAsync(
                review,
                round,
                () => portal.DecideAsync(Worker.Final, review),
                () => portal.DecideAsync(Worker.FinalToo, review, ReviewDecision.Reject, "不符合")));
        }

        Assert.Subset(new HashSet<ReviewState> { ReviewState.Passed, ReviewState.Rejected }, outcomes);
    }

    [Fact]
    public async Task The_last_approval_and_a_withdrawal_at_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var review = await portal.PassUntilAsync(await portal.StartAsync(), "final");
            var state = await OneWinsAsync(
                review,
                round,
                () => portal.DecideAsync(Worker.Final, review),
                () => portal.CommandAsync(Worker.Maker, commands => commands.WithdrawAsync(review.Id, review.Version, "填错", default)),
                () => portal.CommandAsync(null, commands => commands.ExpireAsync(review.Id, "清理", default)));
            Assert.Equal(state == ReviewState.Passed ? 1 : 0, (await portal.EffectsAsync(review)).Count(kind => kind == "Finished"));
        }
    }

    [Fact]
    public async Task A_re_check_and_a_withdrawal_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var review = (await portal.DecideAsync(Worker.Bureau, await portal.PassUntilAsync(await portal.StartAsync(new() { HoldCode = "2002" }), "bureau"))).After;
            await portal.ChangeAsync(review, "hold_code", "");
            await OneWinsAsync(
                review,
                round,
                () => portal.CommandAsync(Worker.Maker, commands => commands.ResumeAsync(review.Id, review.Version, default)),
                () => portal.CommandAsync(Worker.Lead, commands => commands.WithdrawAsync(review.Id, review.Version, "填错", default)));
        }
    }

    private async Task<ReviewState> OneWinsAsync(Review review, int round, params Func<Task<ReviewChange>>[] rivals)
    {
        // Each begins on a thread of its own, the first one in turn.
        var order = rivals.Skip(round % rivals.Length).Concat(rivals.Take(round % rivals.Length));
        using var gate = new ManualResetEventSlim();
        var running = order.Select(rival => Task.Run(async () =>
        {
            gate.Wait();
            try
            {
                return (await rival(), null);
            }
            catch (ReviewException refusal)
            {
                return ((ReviewChange?)null, (ReviewException?)refusal);
            }
        })).ToArray();
        gate.Set();
        var results = await Task.WhenAll(running);
        var winner = Assert.Single(results, result => result.Item1 is not null).Item1!;
        Assert.All(results.Where(result => result.Item1 is null), result => Assert.Equal(409, result.Item2!.StatusCode));
        var now = await portal.ReadAsync(review);
        Assert.Equal((winner.After.State, review.Version + 1), (now.State, now.Version));
        Assert.Equal(now.Version, (await portal.AuditAsync(review)).Count);
        Assert.Equal(now.Version, (await portal.EffectsAsync(review)).Count);
        return now.State;
    }
}

public sealed class SqliteReviewRaceTests(ReviewFixture<Sqlite> portal) : ReviewRaceTests<Sqlite>(portal);

public sealed class MariaDbReviewRaceTests(ReviewFixture<MariaDb> portal) : ReviewRaceTests<MariaDb>(portal);
