using Portal.Data;
using Portal.Testing;

namespace Portal.Kernel.Tests.Data;

public abstract class MigratorTests<TDialect> : IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string First = "create table first_table (id bigint not null primary key)";
    private const string Third = "create table third_table (id bigint not null primary key)";

    private readonly TestDatabase _database = TestDatabase.Create<TDialect>();

    [Fact]
    public async Task From_nothing_all_tables_of_the_kernel_come_to_be_and_a_second_start_changes_nothing()
    {
        using var host = await NewHost().MigrateAsync();
        Assert.Equal(0, await _database.ScalarAsync<int>("select count(*) from portal_audit"));
        var journal = await JournalAsync();
        Assert.NotEmpty(journal);
        Assert.All(journal, row => Assert.EndsWith("done", row, StringComparison.Ordinal));
        using var second = await NewHost().MigrateAsync();
        Assert.Equal(journal, await JournalAsync());
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from portal_sequence"));
    }

    [Fact]
    public async Task Four_hosts_that_start_at_once_migrate_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var host = await NewHost().MigrateAsync();
        })));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from portal_sequence"));
    }

    [Fact]
    public async Task Files_run_in_the_order_of_their_numbers_and_later_ones_are_added()
    {
        using var host = await NewHost().MigrateAsync();
        await host.Migrator.MigrateAsync("Sample", new ScriptAssembly(("0002_more", "alter table first_table add note int"), ("0001_first", First)), default);
        await host.Migrator.MigrateAsync("Sample", new ScriptAssembly(("0001_first", First), ("0002_more", "alter table first_table add note int"), ("0003_third", Third)), default);
        Assert.Equal(["0001 first done", "0002 more done", "0003 third done"], await JournalAsync("Sample"));
    }

    [Fact]
    public async Task A_failed_file_is_named_and_nothing_after_it_runs()
    {
        using var host = await NewHost().MigrateAsync();
        var broken = new ScriptAssembly(("0001_first", First), ("0002_broken", "create table broken ("), ("0003_third", Third));
        var failure = await Assert.ThrowsAsync<MigrationException>(() => host.Migrator.MigrateAsync("Sample", broken, default));
        Assert.Contains("Sample 0002_broken", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0003 third done", await JournalAsync("Sample"));

        var mended = new ScriptAssembly(("0001_first", First), ("0002_broken", "create table broken (id bigint not null primary key)"), ("0003_third", Third));
        if (_database.Dialect == SqlDialect.MySql)
        {
            // The server commits DDL by itself: somebody has to look.
            var halfDone = await Assert.ThrowsAsync<MigrationException>(() => host.Migrator.MigrateAsync("Sample", broken, default));
            Assert.Contains("只完成了一半", halfDone.Message, StringComparison.Ordinal);
            Assert.Contains("migrate --resolve Sample 2", halfDone.Message, StringComparison.Ordinal);
            Assert.False(await host.Migrator.ResolveAsync("Sample", 1, default));
            Assert.True(await host.Migrator.ResolveAsync("Sample", 2, default));
            Assert.False(await host.Migrator.ResolveAsync("Sample", 2, default));
            mended = broken;
        }

        await host.Migrator.MigrateAsync("Sample", mended, default);
        Assert.Equal(["0001 first done", "0002 broken done", "0003 third done"], await JournalAsync("Sample"));
    }

    [Fact]
    public async Task A_file_changed_after_it_ran_is_refused_but_line_ends_do_not_count()
    {
        using var host = await NewHost().MigrateAsync();
        await host.Migrator.MigrateAsync("Sample", new ScriptAssembly(("0001_first", "create table first_table (\n id bigint not null primary key)")), default);
        await host.Migrator.MigrateAsync("Sample", new ScriptAssembly(("0001_first", "create table first_table (\r\n id bigint not null primary key)")), default);
        var changed = await Assert.ThrowsAsync<MigrationException>(() => host.Migrator.MigrateAsync("Sample", new ScriptAssembly(("0001_first", Third)), default));
        Assert.Contains("被改动", changed.Message, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _database.DisposeAsync();

    protected Kernel NewHost() => new(_database);

    protected Task<IReadOnlyList<string>> JournalAsync(string module = "Portal.Kernel") => _database.QueryAsync<string>(
        _database.Dialect == SqlDialect.Sqlite
            ? "select printf('%04d', version) || ' ' || name || ' ' || state from portal_migration where module = @module order by version"
            : "select concat(lpad(version, 4, '0'), ' ', name, ' ', state) from portal_migration where module = @module order by version",
        new { module });
}

public sealed class MigratorOnSqlite : MigratorTests<Sqlite>;

public sealed class MigratorOnMariaDb : MigratorTests<MariaDb>
{
    [Fact]
    public async Task A_file_that_another_host_is_running_is_not_half_done()
    {
        var slow = new ScriptAssembly(("0001_slow", "do sleep(1)"), ("0002_table", "create table after_slow (id bigint not null primary key)"));
        using var first = await NewHost().MigrateAsync();
        using var second = NewHost();
        var running = Task.Run(() => first.Migrator.MigrateAsync("Slow", slow, default));
        await Task.Delay(300);
        await second.Migrator.MigrateAsync("Slow", slow, default);
        await running;
        Assert.Equal(["0001 slow done", "0002 table done"], await JournalAsync("Slow"));
    }
}
