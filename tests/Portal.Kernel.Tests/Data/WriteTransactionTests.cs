using Dapper;
using Microsoft.Data.Sqlite;
using MySql.Data.MySqlClient;
using Portal.Data;
using Portal.Testing;

namespace Portal.Kernel.Tests.Data;

public abstract class WriteTransactionTests<TDialect>(KernelFixture<TDialect> fixture) : IClassFixture<KernelFixture<TDialect>>, IDisposable
    where TDialect : ITestDialect
{
    private readonly Kernel _host = fixture.NewHost();

    [Fact]
    public async Task Without_an_audit_row_nothing_is_written()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _host.Transactions.RunAsync(0, tx => InsertAsync(tx, "unaudited"), default));
        Assert.Equal(0, await CountAsync("unaudited"));
    }

    [Fact]
    public async Task An_exception_rolls_everything_back()
    {
        await Assert.ThrowsAsync<FormatException>(() => _host.Transactions.RunAsync(0, async tx =>
        {
            await InsertAsync(tx, "thrown");
            tx.WithoutAudit("test");
            throw new FormatException();
        }, default));
        Assert.Equal(0, await CountAsync("thrown"));
    }

    [Fact]
    public async Task A_reason_stands_in_for_the_audit_row_and_must_not_be_empty()
    {
        await _host.Transactions.RunAsync(0, async tx =>
        {
            await InsertAsync(tx, "reasoned");
            Assert.Throws<ArgumentException>(() => tx.WithoutAudit(" "));
            tx.WithoutAudit("a progress mark");
        }, default);
        Assert.Equal(1, await CountAsync("reasoned"));
    }

    [Fact]
    public async Task Ids_are_consecutive_and_no_more_than_asked_for()
    {
        await _host.Transactions.RunAsync(2, tx =>
        {
            var first = tx.NextId();
            Assert.Equal(first + 1, tx.NextId());
            Assert.Throws<InvalidOperationException>(() => tx.NextId());
            tx.WithoutAudit("test");
            return Task.CompletedTask;
        }, default);
    }

    [Fact]
    public async Task A_unique_index_is_recognised()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => _host.Transactions.RunAsync(0, async tx =>
        {
            await InsertAsync(tx, "double");
            await InsertAsync(tx, "double");
        }, default));
        Assert.True(DatabaseErrors.IsUniqueViolation(exception));
        Assert.False(DatabaseErrors.IsTransient(exception));
        Assert.Equal(0, await CountAsync("double"));
    }

    [Fact]
    public async Task Sixteen_writers_on_two_hosts_lose_nothing()
    {
        await fixture.Database.ExecuteAsync("create table counted (id bigint primary key, n int not null)");
        await fixture.Database.ExecuteAsync("insert into counted (id, n) values (0, 0)");
        using var other = fixture.NewHost();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            var host = writer % 2 == 0 ? _host : other;
            for (var turn = 0; turn < 50; turn++)
            {
                await host.Transactions.RunAsync(1, async tx =>
                {
                    await tx.ExecuteAsync("insert into counted (id, n) values (@id, 1)", new { id = tx.NextId() });
                    await tx.ExecuteAsync("update counted set n = n + 1 where id = 0");
                    tx.WithoutAudit("test");
                }, default);
            }
        })));
        Assert.Equal(800, await fixture.Database.ScalarAsync<int>("select n from counted where id = 0"));
        Assert.Equal(801, await fixture.Database.ScalarAsync<int>("select count(*) from counted"));
    }

    [Fact]
    public async Task A_cancelled_caller_commits_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.Transactions.RunAsync(0, async tx =>
        {
            await InsertAsync(tx, "cancelled");
            tx.WithoutAudit("test");
            await cancel.CancelAsync();
        }, cancel.Token));
        Assert.Equal(0, await CountAsync("cancelled"));
    }

    public void Dispose() => _host.Dispose();

    protected Kernel Host => _host;

    protected TestDatabase Database => fixture.Database;

    protected Kernel NewHost() => fixture.NewHost();

    protected static Task<int> InsertAsync(WriteTransaction transaction, string name) =>
        transaction.ExecuteAsync("insert into portal_setting (name, text) values (@name, '')", new { name });

    protected Task<int> CountAsync(string name) =>
        fixture.Database.ScalarAsync<int>("select count(*) from portal_setting where name = @name", new { name });
}

public sealed class WriteTransactionsOnSqlite(KernelFixture<Sqlite> fixture) : WriteTransactionTests<Sqlite>(fixture)
{
    [Fact]
    public async Task A_busy_database_is_waited_for()
    {
        await using var holder = await Database.Source.OpenConnectionAsync();
        await holder.ExecuteAsync("begin immediate");
        var write = Task.Run(() => Host.Transactions.RunAsync(0, async tx =>
        {
            await InsertAsync(tx, "waited");
            tx.WithoutAudit("test");
        }, default));
        await Task.Delay(500);
        Assert.False(write.IsCompleted);
        await holder.ExecuteAsync("commit");
        await write;
        Assert.Equal(1, await CountAsync("waited"));
    }

    [Fact]
    public async Task What_the_database_refused_as_busy_runs_again()
    {
        var runs = 0;
        await Host.Transactions.RunAsync(0, async tx =>
        {
            await InsertAsync(tx, "again");
            tx.WithoutAudit("test");
            if (++runs < 3)
                throw new SqliteException("busy", 5);
        }, default);
        Assert.Equal(3, runs);
        Assert.Equal(1, await CountAsync("again"));
    }
}

public sealed class WriteTransactionsOnMariaDb(KernelFixture<MariaDb> fixture) : WriteTransactionTests<MariaDb>(fixture)
{
    [Fact]
    public async Task A_real_deadlock_is_repeated_until_both_are_done()
    {
        await Database.ExecuteAsync("create table crossed (id bigint primary key, n int not null)");
        await Database.ExecuteAsync("insert into crossed (id, n) values (1, 0), (2, 0)");
        using var other = NewHost();
        using var bothHoldOne = new Barrier(2);
        var runs = 0;
        await Task.WhenAll(CrossAsync(Host, 1, 2), CrossAsync(other, 2, 1));
        Assert.True(runs > 2, "There was no deadlock, so nothing was proved.");
        Assert.Equal([2, 2], await Database.QueryAsync<int>("select n from crossed order by id"));

        Task CrossAsync(Kernel host, long first, long second) => Task.Factory.StartNew(async () =>
        {
            var attempt = 0;
            await host.Transactions.RunAsync(0, async tx =>
            {
                Interlocked.Increment(ref runs);
                tx.WithoutAudit("test");
                await tx.ExecuteAsync("update crossed set n = n + 1 where id = @first", new { first });
                if (++attempt == 1)
                    Assert.True(bothHoldOne.SignalAndWait(TimeSpan.FromSeconds(20)));
                await tx.ExecuteAsync("update crossed set n = n + 1 where id = @second", new { second });
            }, default);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    [Fact]
    public async Task A_lock_wait_counts_as_transient_and_a_syntax_error_does_not()
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        var wrong = await Assert.ThrowsAsync<MySqlException>(() => connection.ExecuteAsync("selekt"));
        Assert.False(DatabaseErrors.IsTransient(wrong));
        await Database.ExecuteAsync("create table held (id bigint primary key)");
        await Database.ExecuteAsync("insert into held (id) values (1)");
        await using var holder = await Database.Source.OpenConnectionAsync();
        await using var held = await holder.BeginTransactionAsync();
        await holder.ExecuteAsync("update held set id = 1 where id = 1", transaction: held);
        await holder.ExecuteAsync("select id from held where id = 1 for update", transaction: held);
        var waited = await Assert.ThrowsAsync<MySqlException>(() => connection.ExecuteAsync("set innodb_lock_wait_timeout = 1; delete from held where id = 1"));
        Assert.True(DatabaseErrors.IsTransient(waited));
    }
}
