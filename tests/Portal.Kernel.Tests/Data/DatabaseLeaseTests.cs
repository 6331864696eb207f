using Microsoft.Extensions.Logging.Abstractions;
using Portal.Data;
using Portal.Testing;

namespace Portal.Kernel.Tests.Data;

public abstract class DatabaseLeaseTests<TDialect>(KernelFixture<TDialect> fixture) : IClassFixture<KernelFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Of_eight_at_once_one_wins()
    {
        var hosts = NewHosts(8);
        foreach (var name in new[] { "race-1", "race-2", "race-3" })
        {
            var won = await Task.WhenAll(hosts.Select(host => Task.Run(() => host.TryTakeAsync(name, Minute, default))));
            Assert.Single(won, true);
            _clock.Advance(TimeSpan.FromMinutes(2));
            var wonAfterTheEnd = await Task.WhenAll(hosts.Select(host => Task.Run(() => host.TryTakeAsync(name, Minute, default))));
            Assert.Single(wonAfterTheEnd, true);
        }
    }

    [Fact]
    public async Task A_lease_ends_by_itself_by_release_and_its_owner_may_renew_it()
    {
        var hosts = NewHosts(2);
        Assert.True(await hosts[0].TryTakeAsync("plain", Minute, default));
        Assert.True(await hosts[0].TryTakeAsync("plain", Minute, default));
        Assert.False(await hosts[1].TryTakeAsync("plain", Minute, default));
        await hosts[1].ReleaseAsync("plain");
        Assert.False(await hosts[1].TryTakeAsync("plain", Minute, default));
        _clock.Advance(Minute);
        Assert.True(await hosts[1].TryTakeAsync("plain", Minute, default));
        Assert.False(await hosts[0].TryTakeAsync("plain", Minute, default));
        await hosts[1].ReleaseAsync("plain");
        Assert.True(await hosts[0].TryTakeAsync("plain", Minute, default));
    }

    [Fact]
    public async Task Work_under_a_lease_never_overlaps_and_the_lease_is_free_afterwards_even_after_a_fault()
    {
        var inside = 0;
        await Task.WhenAll(NewHosts(3).Select(host => Task.Run(() => host.RunAsync("work", async held =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Delay(50, held);
            Interlocked.Decrement(ref inside);
        }, default))));
        await Assert.ThrowsAsync<FormatException>(() => NewHosts(1)[0].RunAsync("work", _ => throw new FormatException(), default));
        Assert.True(await NewHosts(1)[0].TryTakeAsync("work", Minute, default));
    }

    [Fact]
    public async Task Who_lost_the_lease_is_told_and_does_not_take_it_back()
    {
        var hosts = NewHosts(2);
        var told = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hosts[0].RunAsync("lost", async held =>
        {
            await fixture.Database.ExecuteAsync("update portal_lease set owner = 'other' where name = 'lost'");
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(30), held);
            }
            finally
            {
                told = held.IsCancellationRequested;
            }
        }, default));
        Assert.True(told);
        Assert.False(await hosts[1].TryTakeAsync("lost", Minute, default));
    }

    [Fact]
    public async Task A_renewal_the_database_did_not_answer_is_tried_again_and_the_work_goes_on()
    {
        var host = NewHosts(1)[0];
        await host.RunAsync("shaky", async held =>
        {
            await fixture.Database.ExecuteAsync("alter table portal_lease rename to portal_lease_away");
            await Task.Delay(200, held);
            await fixture.Database.ExecuteAsync("alter table portal_lease_away rename to portal_lease");
            await Task.Delay(200, held);
            Assert.False(held.IsCancellationRequested);
        }, default);
        Assert.True(await NewHosts(1)[0].TryTakeAsync("shaky", Minute, default));
    }

    private DatabaseLease[] NewHosts(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new DatabaseLease(fixture.Database.Source, _clock, NullLogger<DatabaseLease>.Instance) { Pause = TimeSpan.FromMilliseconds(50) })];
}

public sealed class DatabaseLeaseOnSqlite(KernelFixture<Sqlite> fixture) : DatabaseLeaseTests<Sqlite>(fixture);

public sealed class DatabaseLeaseOnMariaDb(KernelFixture<MariaDb> fixture) : DatabaseLeaseTests<MariaDb>(fixture);
