using Autofac;
using Autofac.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.BackgroundTasks;
using Portal.Modules;
using Portal.Testing;

namespace Portal.Kernel.Tests.BackgroundTasks;

public abstract class BackgroundTaskRunnerTests<TDialect>(KernelFixture<TDialect> fixture) : IClassFixture<KernelFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private readonly MovableClock _clock = new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly NightlyTask _task = new();
    private readonly List<IContainer> _containers = [];

    [Fact]
    public async Task At_first_sight_a_task_is_noted_and_runs_when_it_falls_due()
    {
        var runner = NewRunner();
        await runner.RunDueAsync(default);
        Assert.Equal(0, _task.Runs);
        Assert.Equal(1, await fixture.Database.ScalarAsync<int>("select count(*) from portal_task_run where started_at is null"));
        _clock.Set(new DateTimeOffset(2026, 6, 16, 3, 1, 0, TimeSpan.Zero));
        await runner.RunDueAsync(default);
        await runner.RunDueAsync(default);
        Assert.Equal(1, _task.Runs);
        Assert.Equal("完成", await fixture.Database.ScalarAsync<string>("select outcome from portal_task_run where finished_at is not null"));
    }

    [Fact]
    public async Task Nights_missed_without_a_host_count_once()
    {
        await NewRunner().RunDueAsync(default);
        _clock.Advance(TimeSpan.FromDays(3));
        var later = NewRunner();
        await later.RunDueAsync(default);
        await later.RunDueAsync(default);
        Assert.Equal(1, _task.Runs);
    }

    [Fact]
    public async Task Two_hosts_do_it_once_and_never_at_the_same_time()
    {
        BackgroundTaskRunner[] hosts = [NewRunner(), NewRunner()];
        await hosts[0].RunDueAsync(default);
        _clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.RunDueAsync(default))));
        Assert.Equal((1, 1), (_task.Runs, _task.MostAtOnce));
    }

    [Fact]
    public async Task A_task_that_fails_is_recorded_and_runs_again_the_next_night()
    {
        var runner = NewRunner();
        await runner.RunDueAsync(default);
        _task.Fault = new FormatException();
        _clock.Advance(TimeSpan.FromDays(1));
        await runner.RunDueAsync(default);
        Assert.Equal("失败：FormatException", await fixture.Database.ScalarAsync<string>("select outcome from portal_task_run"));
        _task.Fault = null;
        _clock.Advance(TimeSpan.FromDays(1));
        await runner.RunDueAsync(default);
        Assert.Equal(2, _task.Runs);
    }

    [Fact]
    public async Task A_host_does_not_wait_for_a_task_another_host_runs()
    {
        var runner = NewRunner();
        await runner.RunDueAsync(default);
        _clock.Advance(TimeSpan.FromDays(1));
        using var other = fixture.NewHost(_clock);
        Assert.True(await other.Lease.TryTakeAsync($"task:{typeof(NightlyTask).FullName}", TimeSpan.FromMinutes(1), default));
        await runner.RunDueAsync(default).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, _task.Runs);
        await other.Lease.ReleaseAsync($"task:{typeof(NightlyTask).FullName}");
        await runner.RunDueAsync(default);
        Assert.Equal(1, _task.Runs);
    }

    [Fact]
    public async Task A_task_of_a_module_that_failed_does_not_run()
    {
        var module = new ModuleDescriptor { Id = "Sample", Source = ModuleSource.DropIn, Assembly = typeof(NightlyTask).Assembly };
        var runner = NewRunner(module);
        await runner.RunDueAsync(default);
        module.Fail(ModuleState.Failed, "test");
        _clock.Advance(TimeSpan.FromDays(1));
        await runner.RunDueAsync(default);
        Assert.Equal(0, _task.Runs);
    }

    public async Task InitializeAsync()
    {
        await fixture.Database.ExecuteAsync("delete from portal_task_run");
        await fixture.Database.ExecuteAsync("delete from portal_lease");
    }

    public async Task DisposeAsync()
    {
        foreach (var container in _containers)
            await container.DisposeAsync();
    }

    private BackgroundTaskRunner NewRunner(params ModuleDescriptor[] modules)
    {
        using var host = fixture.NewHost(_clock);
        var services = new ServiceCollection();
        services.AddSingleton<IBackgroundTask>(_task);
        var builder = new ContainerBuilder();
        builder.Populate(services);
        var container = builder.Build();
        _containers.Add(container);
        return new BackgroundTaskRunner(
            container,
            new ModuleCatalog(modules, []),
            host.Source,
            host.Lease,
            _clock,
            new LocalTime(TimeZoneInfo.Utc, _clock),
            new PortalReadiness(),
            NullLogger<BackgroundTaskRunner>.Instance);
    }
}

public sealed class BackgroundTaskRunnerOnSqlite(KernelFixture<Sqlite> fixture) : BackgroundTaskRunnerTests<Sqlite>(fixture);

public sealed class BackgroundTaskRunnerOnMariaDb(KernelFixture<MariaDb> fixture) : BackgroundTaskRunnerTests<MariaDb>(fixture);

[BackgroundTask(Title = "夜间", Schedule = "0 3 * * *")]
internal sealed class NightlyTask : IBackgroundTask
{
    private int _inside;

    public int Runs { get; private set; }

    public int MostAtOnce { get; private set; }

    public Exception? Fault { get; set; }

    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        Runs++;
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _inside));
        await Task.Delay(100, cancellationToken);
        Interlocked.Decrement(ref _inside);
        if (Fault is not null)
            throw Fault;
    }
}
