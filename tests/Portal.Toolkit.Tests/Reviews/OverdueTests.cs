using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Reviews;

public abstract class OverdueTests<TDialect>(ReviewFixture<TDialect> portal) : IClassFixture<ReviewFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    public Task InitializeAsync()
    {
        portal.Clock.Set(ReviewFixture<TDialect>.Start);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => InitializeAsync();

    [Fact]
    public async Task Unit_and_superior_are_told_once_then_the_step_enters_the_superiors_list_once_and_nothing_is_decided()
    {
        var review = await portal.StartAsync();
        portal.Clock.Set(new(2026, 3, 24, 15, 59, 0, TimeSpan.Zero));
        await portal.RunOverdueAsync();
        Assert.Equal(["Started"], await KindsAsync(review));

        portal.Clock.Set(new(2026, 3, 24, 16, 0, 1, TimeSpan.Zero));
        for (var run = 0; run < 3; run++)
            await portal.RunOverdueAsync();
        Assert.Equal(["Started", "Overdue"], await KindsAsync(review));
        foreach (var who in new[] { Worker.Lead, Worker.Bureau })
            Assert.Contains("已超期", Assert.Single(await MineAsync(who, review)).Title, StringComparison.Ordinal);
        Assert.Empty(await MineAsync(Worker.Clerk, review));
        Assert.Empty(await EscalatedAsync(Worker.Bureau, review));

        portal.Clock.Set(new(2026, 4, 8, 16, 0, 1, TimeSpan.Zero));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.RunOverdueAsync()));
        Assert.Equal(["Started", "Overdue", "Escalated"], await KindsAsync(review));
        Assert.Single(await EscalatedAsync(Worker.Bureau, review));
        Assert.Empty(await EscalatedAsync(Worker.Clerk, review));

        var now = await portal.ReadAsync(review);
        Assert.Equal((ReviewState.Active, review.Version, review.WaitingUnitId), (now.State, now.Version, now.WaitingUnitId));
        var passed = (await portal.DecideAsync(Worker.Lead, review)).After;
        Assert.Equal((null, "bureau"), (passed.EscalatedUnitId, passed.StepKey));
        Assert.Empty(await EscalatedAsync(Worker.Bureau, review));
    }

    [Fact]
    public async Task To_dos_come_by_due_date_in_pages_and_only_to_the_waiting_unit()
    {
        var unit = new Who(60, "翻页", 41, Worker.Review);
        var ids = new List<long>();
        for (var paper = 0; paper < 7; paper++)
        {
            var review = await portal.StartAsync();
            ids.Add((await portal.CommandAsync(Worker.City, commands => commands.ReassignAsync(review.Id, review.Version, 41, "测试", default))).After.Id);
            if (paper == 3)
                portal.Clock.Advance(TimeSpan.FromDays(1));
        }

        var seen = new List<long>();
        for (ReviewTodoKey? after = null; ;)
        {
            var page = await portal.AsAsync(unit, services => services.GetRequiredService<ReviewTodoQueries>().ListAsync(new() { After = after, Take = 3 }, default));
            seen.AddRange(page.Select(todo => todo.Review.Id));
            if (page.Count < 3)
                break;
            after = new(page[^1].Review.DueAt!.Value, page[^1].Review.Id);
        }

        Assert.Equal(ids, seen);
        Assert.Equal(new(7, 0), await CountAsync(unit));
        Assert.Equal(new(0, 0), await CountAsync(unit with { Permissions = [] }));
        portal.Clock.Set(new(2026, 3, 25, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(new(7, 4), await CountAsync(unit));
        var late = await portal.AsAsync(unit, services => services.GetRequiredService<ReviewTodoQueries>().ListAsync(new() { OverdueOnly = true }, default));
        Assert.Equal(4, late.Count);
        Assert.All(late, todo => Assert.Equal((true, -1, new DateOnly(2026, 3, 24), "文件核办", "学校核办"), (todo.IsOverdue, todo.RemainingWorkingDays, todo.LastDay, todo.RouteTitle, todo.StepLabel)));
    }

    [Fact]
    public async Task A_message_is_read_by_each_person_alone()
    {
        var review = await portal.StartAsync();
        await portal.AsAsync(Worker.City, async services =>
        {
            await services.GetRequiredService<ReviewCommands>().UrgeAsync(review.Id, "甲", default);
            return true;
        });
        var notice = Assert.Single(await MineAsync(Worker.Lead, review));
        var before = await UnreadAsync(Worker.Lead);
        Assert.Equal(0, await portal.AsAsync(Worker.Clerk, services => services.GetRequiredService<NoticeCommands>().MarkReadAsync([notice.Id], default)));
        Assert.Equal(1, await portal.AsAsync(Worker.Lead, services => services.GetRequiredService<NoticeCommands>().MarkReadAsync([notice.Id], default)));
        Assert.Equal(before - 1, await UnreadAsync(Worker.Lead));
        Assert.NotNull(Assert.Single(await MineAsync(Worker.Lead, review)).ReadAt);
        Assert.Null(Assert.Single(await MineAsync(Worker.Maker, review)).ReadAt);
        await portal.AsAsync(Worker.Maker, services => services.GetRequiredService<NoticeCommands>().MarkAllReadAsync(notice.Id, default));
        Assert.Equal(0, await UnreadAsync(Worker.Maker));
    }

    private async Task<IEnumerable<string>> KindsAsync(Review review) => (await portal.TimelineAsync(review)).History.Select(line => line.Kind);

    private async Task<IEnumerable<NoticeRow>> MineAsync(Who who, Review review) => (await portal.NoticesAsync(who)).Where(notice => notice.Link == $"/sample/{review.SubjectId}");

    private async Task<IEnumerable<ReviewTodo>> EscalatedAsync(Who who, Review review) =>
        (await portal.AsAsync(who, services => services.GetRequiredService<ReviewTodoQueries>().ListEscalatedAsync(new() { Take = 1000 }, default))).Where(todo => todo.Review.Id == review.Id);

    private Task<ReviewTodoCount> CountAsync(Who who) => portal.AsAsync(who, services => services.GetRequiredService<ReviewTodoQueries>().CountAsync(null, default));

    private Task<int> UnreadAsync(Who who) => portal.AsAsync(who, services => services.GetRequiredService<NoticeQueries>().CountUnreadAsync(default));
}

public sealed class SqliteOverdueTests(ReviewFixture<Sqlite> portal) : OverdueTests<Sqlite>(portal);

public sealed class MariaDbOverdueTests(ReviewFixture<MariaDb> portal) : OverdueTests<MariaDb>(portal);
