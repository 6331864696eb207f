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
        await Task.WhenAll(NewHosts(3).Select(host => Task.Run(() => host.RunAsync("work", async () =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Delay(50);
            Interlocked.Decrement(ref inside);
        }, default))));
        await Assert.ThrowsAsync<FormatException>(() => NewHosts(1)[0].RunAsync("work", () => throw new FormatException(), default));
        Assert.True(await NewHosts(1)[0].TryTakeAsync("work", Minute, default));
    }

    private DatabaseLease[] NewHosts(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new DatabaseLease(fixture.Database.Source, _clock))];
}

public sealed class DatabaseLeaseOnSqlite(KernelFixture<Sqlite> fixture) : DatabaseLeaseTests<Sqlite>(fixture);

public sealed class DatabaseLeaseOnMariaDb(KernelFixture<MariaDb> fixture) : DatabaseLeaseTests<MariaDb>(fixture);
