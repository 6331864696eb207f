using System.Collections.Concurrent;
using Portal.Testing;

namespace Portal.Kernel.Tests.Data;

public abstract class IdSequenceTests<TDialect>(KernelFixture<TDialect> fixture) : IClassFixture<KernelFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Eight_hosts_at_once_hand_out_no_id_twice()
    {
        var taken = new ConcurrentBag<long>();
        var hosts = Enumerable.Range(0, 8).Select(_ => fixture.NewHost()).ToArray();
        await Task.WhenAll(hosts.Select(host => Task.Run(async () =>
        {
            for (var turn = 0; turn < 40; turn++)
            {
                var first = await host.Sequence.TakeAsync(130, default);
                for (var id = first; id < first + 130; id++)
                    taken.Add(id);
            }
        })));
        foreach (var host in hosts)
            host.Dispose();
        Assert.Equal(8 * 40 * 130, taken.Distinct().Count());
    }

    [Fact]
    public async Task More_ids_than_a_block_are_consecutive_too()
    {
        using var host = fixture.NewHost();
        var first = await host.Sequence.TakeAsync(5000, default);
        Assert.True(await host.Sequence.TakeAsync(1, default) >= first + 5000);
    }

    [Fact]
    public async Task Callers_of_one_host_share_a_block()
    {
        using var host = fixture.NewHost();
        var ids = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => host.Sequence.TakeAsync(1, default))));
        Assert.Equal(500, ids.Distinct().Count());
        Assert.Equal(499, ids.Max() - ids.Min());
    }
}

public sealed class IdSequenceOnSqlite(KernelFixture<Sqlite> fixture) : IdSequenceTests<Sqlite>(fixture);

public sealed class IdSequenceOnMariaDb(KernelFixture<MariaDb> fixture) : IdSequenceTests<MariaDb>(fixture);
