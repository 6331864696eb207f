using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Data;
using Portal.Testing;
using Portal.Toolkit.Notices;
using Portal.Units;
using Xunit;

namespace Portal.Toolkit.Tests.Notices;

public sealed class SqliteNoticeTests(PortalFixture<Sqlite> portal) : NoticeTests<Sqlite>(portal);

public sealed class MariaDbNoticeTests(PortalFixture<MariaDb> portal) : NoticeTests<MariaDb>(portal);

public abstract class NoticeTests<TDialect>(PortalFixture<TDialect> portal) : IClassFixture<PortalFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Messages_to_the_person_and_to_the_unit_stand_in_one_list_and_page_by_key()
    {
        await using var scope = await portal.EnterAsync("op1");
        var (context, queries) = (scope.ServiceProvider.GetRequiredService<IUnitContext>(), scope.ServiceProvider.GetRequiredService<NoticeQueries>());
        var (person, unit) = (context.Person!.Id, context.UnitId);
        var before = await queries.CountUnreadAsync(CancellationToken.None);
        await SendAsync(scope, new() { PersonId = person, Title = "一", ModuleId = "Test" });
        await SendAsync(scope, new() { UnitId = unit, Title = "二", ModuleId = "Test" });
        await SendAsync(scope, new() { PersonId = person, Title = "三", ModuleId = "Test" });
        await SendAsync(scope, new() { UnitId = unit, Permission = "Nobody.Holds", Title = "别人的", ModuleId = "Test" });
        await SendAsync(scope, new() { PersonId = person + 1, Title = "别人的", ModuleId = "Test" });

        var first = await queries.ListAsync(unreadOnly: false, null, 2, CancellationToken.None);
        Assert.Equal(["三", "二"], first.Select(notice => notice.Title));
        var second = await queries.ListAsync(unreadOnly: true, first[^1].Id, 1, CancellationToken.None);
        Assert.Equal("一", Assert.Single(second).Title);
        Assert.Equal(before + 3, await queries.CountUnreadAsync(CancellationToken.None));
        Assert.Equal("二", (await queries.FindAsync(first[1].Id, CancellationToken.None))!.Title);
        var others = await portal.Database.QueryAsync<long>("select id from toolkit_notice where title = '别人的'");
        foreach (var id in others)
            Assert.Null(await queries.FindAsync(id, CancellationToken.None));

        await scope.ServiceProvider.GetRequiredService<NoticeCommands>().MarkReadAsync([first[0].Id, others[0]], CancellationToken.None);
        Assert.NotNull((await queries.FindAsync(first[0].Id, CancellationToken.None))!.ReadAt);
        Assert.Equal(before + 2, await queries.CountUnreadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Messages_of_half_a_year_ago_are_deleted_with_their_marks()
    {
        await using var scope = await portal.EnterAsync("op1");
        await portal.Database.ExecuteAsync(string.Join(';', Enumerable.Range(0, 3).Select(part =>
            $"insert into toolkit_notice (id, sent_at, unit_id, permission, title, text, link, module_id) values {string.Join(',', Enumerable.Range(0, 400).Select(number => $"({7_000_000 + (part * 400) + number}, '2020-01-01 00:00:00', 1, '', '旧', '', '', 'Test')"))}")));
        await portal.Database.ExecuteAsync("insert into toolkit_notice_read (person_id, notice_id, read_at) values (1, 7000001, '2020-01-02 00:00:00')");
        await SendAsync(scope, new() { UnitId = 1, Title = "新", ModuleId = "Test" });
        await scope.ServiceProvider.GetServices<IBackgroundTask>().Single(task => task.GetType().Name == "NoticePurgeTask").DoWorkAsync(scope.ServiceProvider, CancellationToken.None);
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_notice where title = '旧'"));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_notice_read where notice_id = 7000001"));
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_notice where title = '新'"));
    }

    private static Task SendAsync(AsyncServiceScope scope, Notice notice) => scope.ServiceProvider.GetRequiredService<IWriteTransactions>().RunAsync(1, async transaction =>
    {
        transaction.WithoutAudit("A message of a test.");
        await scope.ServiceProvider.GetRequiredService<INotices>().SendAsync(transaction, notice);
    }, CancellationToken.None);
}
