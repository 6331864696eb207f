using Portal.Testing;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Reviews;

/// <summary>Random commands, legal and illegal, by random people with right and wrong versions: what holds must hold after every sequence.</summary>
public abstract class ReviewPropertyTests<TDialect>(ReviewFixture<TDialect> portal, int sequences) : IClassFixture<ReviewFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Commands = 30;

    [Fact]
    public async Task No_sequence_of_commands_breaks_order_acts_twice_or_loses_a_decision()
    {
        var ends = new HashSet<ReviewState>();
        for (var seed = 1; seed <= sequences; seed++)
            ends.Add(await RunAsync(new Random(seed), seed));
        Assert.True(ends.Count >= 5, $"The sequences reach {string.Join(", ", ends)} only.");
    }

    private async Task<ReviewState> RunAsync(Random random, int seed)
    {
        var review = await portal.StartAsync(new() { Extra = random.Next(2) == 0, HoldCode = random.Next(3) == 0 ? "2002" : "", FourEyes = random.Next(2) == 0 });
        var done = new List<ReviewChange>();
        for (var command = 0; command < Commands; command++)
        {
            var before = await portal.ReadAsync(review);
            if (random.Next(6) == 0)
                await portal.ChangeAsync(review, "hold_code", random.Next(2) == 0 ? "" : "2003");
            try
            {
                var change = await CommandAsync(random, random.Next(8) == 0 ? before with { Version = before.Version - 1 } : before);
                Assert.Equal(before with { StartedAt = default, EnteredAt = default }, change.Before! with { StartedAt = default, EnteredAt = default });
                Assert.False(before.State.IsFinal(), $"Seed {seed}: {change.Kind} after {before.State}.");
                done.Add(change);
            }
            catch (ReviewException)
            {
                Assert.Equal(before, await portal.ReadAsync(review));
            }
        }

        await CheckAsync(review, done, seed);
        return (await portal.ReadAsync(review)).State;
    }

    private Task<ReviewChange> CommandAsync(Random random, Review review)
    {
        var who = random.Next(2) == 0 ? SampleHandler.DeciderOf(review.StepKey) : Worker.All[random.Next(Worker.All.Length)];
        var text = random.Next(10) == 0 ? "" : "意见";
        return random.Next(24) switch
        {
            < 12 => portal.DecideAsync(who, review, ReviewDecision.Pass, text),
            < 13 => portal.DecideAsync(who, review, ReviewDecision.Reject, text),
            < 15 => portal.DecideAsync(who, review, ReviewDecision.Return, text),
            < 18 => portal.DecideAsync(who, review, ReviewDecision.Return, text, SampleHandler.TheRoute.Steps[random.Next(4)].Key),
            18 => random.Next(4) == 0 ? portal.CommandAsync(who, commands => commands.WithdrawAsync(review.Id, review.Version, text, default)) : portal.DecideAsync(who, review),
            19 => random.Next(8) == 0 ? portal.CommandAsync(null, commands => commands.ExpireAsync(review.Id, "清理", default)) : portal.DecideAsync(who, review),
            20 => portal.CommandAsync(who, commands => commands.ReassignAsync(review.Id, review.Version, random.Next(2) == 0 ? 41 : SampleHandler.UnitOf(review.StepKey), text, default)),
            21 => portal.CommandAsync(who, commands => commands.ResumeAsync(review.Id, review.Version, default)),
            _ => portal.CommandAsync(random.Next(2) == 0 ? Worker.Maker : who, commands => commands.ResubmitAsync(review.Id, review.Version, default)),
        };
    }

    private async Task CheckAsync(Review started, List<ReviewChange> done, int seed)
    {
        var timeline = await portal.TimelineAsync(started);
        var (now, steps) = (timeline.Review, timeline.Steps);

        // One audit row, one effect, one line of history and one version for each change, in order.
        Assert.Equal(done.Count + 1, now.Version);
        Assert.Equal(now.Version, (await portal.AuditAsync(started)).Count);
        string[] kinds = ["Started", .. done.Select(change => change.Kind.ToString())];
        Assert.Equal(kinds, await portal.EffectsAsync(started));
        Assert.Equal(kinds, timeline.History.Where(line => line.Kind is not ("Skipped" or "Held")).Select(line => line.Kind));

        // Every decision that was accepted stands with its step, once.
        var decided = steps.Where(step => step.Decision is not (null or ReviewDecision.Skip)).Select(step => (step.Round, step.StepNo, step.Decision));
        Assert.Equal(
            done.Where(change => change.Decision is not null).Select(change => (change.Before!.Round, change.Before.StepNo, change.Decision)).Order(),
            decided.Order());

        // In each round steps follow each other, nothing after a waiting, returned or rejected one; times do not run backwards.
        foreach (var round in steps.GroupBy(step => step.Round))
        {
            var entries = round.OrderBy(step => step.StepNo).ToArray();
            Assert.Equal(Enumerable.Range(entries[0].StepNo, entries.Length), entries.Select(step => step.StepNo));
            Assert.All(entries[..^1], step => Assert.True(step.Decision is ReviewDecision.Pass or ReviewDecision.Skip, $"Seed {seed}: the route went on after {step.Decision}."));
            Assert.True(entries.Select(step => step.ActedAt ?? DateTime.MaxValue).SequenceEqual(entries.Select(step => step.ActedAt ?? DateTime.MaxValue).Order()));
        }

        var inForce = steps.Where(step => !step.Superseded).OrderBy(step => step.StepNo).ToArray();
        Assert.Equal(inForce.Length, inForce.Select(step => step.StepNo).Distinct().Count());
        Assert.Equal(now.State == ReviewState.Active ? 1 : 0, inForce.Count(step => step.Decision is null && !now.State.IsFinal()));
        Assert.Equal(now.State == ReviewState.Active, now.WaitingUnitId is not null && now.DueAt is not null);
        if (now.State == ReviewState.Passed)
            Assert.Equal(["school", "bureau", "extra", "final"], inForce.Where(step => step.Decision is ReviewDecision.Pass or ReviewDecision.Skip).Select(step => step.StepKey));
        Assert.Equal(now.State.IsFinal(), now.FinishedAt is not null);
    }
}

public sealed class SqliteReviewPropertyTests(ReviewFixture<Sqlite> portal) : ReviewPropertyTests<Sqlite>(portal, 200);

public sealed class MariaDbReviewPropertyTests(ReviewFixture<MariaDb> portal) : ReviewPropertyTests<MariaDb>(portal, 30);
