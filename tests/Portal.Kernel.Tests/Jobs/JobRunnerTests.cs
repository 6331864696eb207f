using Autofac;
using Autofac.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Data;
using Portal.Jobs;
using Portal.Modules;
using Portal.Security;
using Portal.Security.Permissions;
using Portal.Testing;
using Portal.Units;

namespace Portal.Kernel.Tests.Jobs;

public abstract class JobRunnerTests<TDialect>(KernelFixture<TDialect> fixture) : IClassFixture<KernelFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private readonly MovableClock _clock = new();
    private readonly Kernel _host = fixture.NewHost();
    private readonly StubVisitors _visitors = new();
    private readonly JobTrace _trace = new();
    private readonly List<IAsyncDisposable> _started = [];
    private string _granted = "sample.count";

    [Fact]
    public async Task A_job_runs_with_its_arguments_in_the_name_of_the_post_that_queued_it()
    {
        var id = await EnqueueAsync(new CountArgs(3, 0));
        await StartRunnerAsync();
        var status = await EndOfAsync(id);
        Assert.Equal((JobState.Done, 3, 3), (status.State, status.Done, status.Total));
        Assert.Equal(["王老师@图书馆:1", "王老师@图书馆:2", "王老师@图书馆:3"], _trace.Lines);
        Assert.Equal("192.0.2.7", _trace.Address);
    }

    [Fact]
    public async Task A_renewal_the_database_did_not_answer_is_tried_again_and_the_job_goes_on()
    {
        using var running = new CancellationTokenSource();
        var answers = 0;
        var keeping = LeaseRenewal.KeepAsync("shaky", TimeSpan.FromMilliseconds(20), TimeSpan.FromMinutes(1), _ => ++answers % 2 == 1
            ? Task.FromException<bool>(new TimeoutException())
            : Task.FromResult(true), running, NullLogger.Instance);
        while (answers < 4)
            await Task.Delay(10);
        Assert.False(running.IsCancellationRequested);
        await running.CancelAsync();
        await keeping;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lease_another_host_took_or_that_ran_out_cancels_the_work(bool isAnswered)
    {
        using var running = new CancellationTokenSource();
        await LeaseRenewal.KeepAsync("lost", TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100), _ => isAnswered
            ? Task.FromResult(false)
            : Task.FromException<bool>(new TimeoutException()), running, NullLogger.Instance);
        Assert.True(running.IsCancellationRequested);
    }

    [Fact]
    public async Task Whoever_takes_a_job_over_continues_at_its_checkpoint_and_the_first_host_is_refused()
    {
        var id = await EnqueueAsync(new CountArgs(4, 0));
        var dead = new JobLease(fixture.Database.Source, _clock);
        var row = (await dead.ClaimAsync(default))!;
        Assert.Equal(id, row.Id);
        var progress = new JobProgress(row, fixture.Database.Source);
        await _host.Transactions.RunAsync(0, async tx =>
        {
            await progress.SaveAsync(tx, "2", 2, 4);
            tx.WithoutAudit("test");
        }, default);
        Assert.Null(await new JobLease(fixture.Database.Source, _clock).ClaimAsync(default));

        _clock.Advance(JobLease.Duration);
        await StartRunnerAsync();
        Assert.Equal(JobState.Done, (await EndOfAsync(id)).State);
        Assert.Equal(["王老师@图书馆:3", "王老师@图书馆:4"], _trace.Lines);

        await Assert.ThrowsAsync<JobLeaseLostException>(() => _host.Transactions.RunAsync(0, tx => progress.SaveAsync(tx, "1", 1, 4), default));
        Assert.False(await dead.RenewAsync(row, default));
        await dead.EndAsync(row, JobState.Failed, "too late");
        Assert.Equal(JobState.Done, (await EndOfAsync(id)).State);
    }

    [Fact]
    public async Task After_five_hosts_died_over_it_a_job_has_failed()
    {
        var id = await EnqueueAsync(new CountArgs(1, 0));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(id, (await new JobLease(fixture.Database.Source, _clock).ClaimAsync(default))!.Id);
            _clock.Advance(JobLease.Duration);
        }

        await StartRunnerAsync();
        var status = await EndOfAsync(id);
        Assert.Equal(JobState.Failed, status.State);
        Assert.Contains("多次中断", status.Message, StringComparison.Ordinal);
        Assert.Empty(_trace.Lines);
    }

    [Fact]
    public async Task Without_the_post_that_queued_it_a_job_is_refused()
    {
        var id = await EnqueueAsync(new CountArgs(1, 0));
        _visitors.Visitor = _visitors.Visitor! with { Posts = [] };
        await StartRunnerAsync();
        var status = await EndOfAsync(id);
        Assert.Equal((JobState.Failed, "提交任务的岗位已失效，任务没有执行。"), (status.State, status.Message));
        Assert.Empty(_trace.Lines);
    }

    [Fact]
    public async Task Without_the_permission_it_was_queued_with_a_job_is_refused()
    {
        var id = await EnqueueAsync(new CountArgs(1, 0));
        _granted = "";
        await StartRunnerAsync();
        var status = await EndOfAsync(id);
        Assert.Equal(JobState.Failed, status.State);
        Assert.Contains("没有相应的权限", status.Message, StringComparison.Ordinal);
        Assert.Empty(_trace.Lines);
    }

    [Fact]
    public async Task Without_the_person_too()
    {
        var id = await EnqueueAsync(new CountArgs(1, 0));
        _visitors.Visitor = null;
        await StartRunnerAsync();
        Assert.Equal(JobState.Failed, (await EndOfAsync(id)).State);
    }

    [Fact]
    public async Task A_refusal_is_shown_in_its_own_words_and_a_fault_by_the_number_of_the_job()
    {
        var refused = await EnqueueAsync(new CountArgs(-1, 0));
        var faulty = await EnqueueAsync(new CountArgs(-2, 0));
        await StartRunnerAsync();
        Assert.Equal("文件里没有数据。", (await EndOfAsync(refused)).Message);
        Assert.Contains($"{faulty}", (await EndOfAsync(faulty)).Message, StringComparison.Ordinal);
        Assert.Equal(JobState.Failed, (await EndOfAsync(faulty)).State);
    }

    [Fact]
    public async Task A_host_that_stops_gives_its_job_back_at_once()
    {
        var id = await EnqueueAsync(new CountArgs(2, 60_000));
        var runner = await StartRunnerAsync();
        Assert.True(_trace.Begun.Wait(TimeSpan.FromSeconds(20)));
        await runner.DisposeAsync();
        Assert.Equal(JobState.Queued, (await Queue().FindAsync(id, default))!.State);
        Assert.Equal(0, await fixture.Database.ScalarAsync<int>("select attempts from portal_job where id = @id", new { id }));
    }

    [Fact]
    public async Task Ninety_days_after_its_end_a_job_is_deleted_and_a_waiting_one_never()
    {
        var ended = await EnqueueAsync(new CountArgs(1, 0));
        await StartRunnerAsync();
        await EndOfAsync(ended);
        await _started[0].DisposeAsync();
        var waiting = await EnqueueAsync(new CountArgs(1, 0));
        var purge = new JobPurgeTask(fixture.Database.Source, _clock);
        _clock.Advance(TimeSpan.FromDays(89));
        await purge.DoWorkAsync(null!, default);
        Assert.NotNull(await Queue().FindAsync(ended, default));
        _clock.Advance(TimeSpan.FromDays(2));
        await purge.DoWorkAsync(null!, default);
        Assert.Null(await Queue().FindAsync(ended, default));
        Assert.NotNull(await Queue().FindAsync(waiting, default));
    }

    [Fact]
    public async Task Two_hosts_share_the_work_and_do_nothing_twice()
    {
        var ids = new List<long>();
        for (var job = 0; job < 20; job++)
            ids.Add(await EnqueueAsync(new CountArgs(1, 0)));
        await StartRunnerAsync();
        await StartRunnerAsync();
        foreach (var id in ids)
            Assert.Equal(JobState.Done, (await EndOfAsync(id)).State);
        Assert.Equal(20, _trace.Lines.Count);
    }

    [Fact]
    public async Task A_job_of_a_module_that_is_gone_fails_and_the_next_one_runs()
    {
        var lost = await EnqueueAsync(new CountArgs(1, 0));
        await fixture.Database.ExecuteAsync("update portal_job set type = 'Portal.Gone.Job, Portal.Gone' where id = @lost", new { lost });
        var next = await EnqueueAsync(new CountArgs(1, 0));
        await StartRunnerAsync();
        Assert.Equal(JobState.Failed, (await EndOfAsync(lost)).State);
        Assert.Equal(JobState.Done, (await EndOfAsync(next)).State);
    }

    public async Task InitializeAsync()
    {
        await fixture.Database.ExecuteAsync("delete from portal_job");
        var context = new StubContext();
        _visitors.Visitor = new Visitor(context.Person!, [context.Post!]);
    }

    public async Task DisposeAsync()
    {
        foreach (var runner in _started)
            await runner.DisposeAsync();
        _host.Dispose();
        _trace.Dispose();
    }

    private JobQueue Queue() => new(fixture.Database.Source, new StubContext(), _clock);

    private Task<long> EnqueueAsync(CountArgs args) => _host.Transactions.RunAsync(1, async tx =>
    {
        tx.WithoutAudit("test");
        return await Queue().EnqueueAsync<CountJob, CountArgs>(tx, "计数", args, "sample.count");
    }, default);

    private async Task<JobStatus> EndOfAsync(long id)
    {
        var status = await Queue().WaitAsync(id, TimeSpan.FromSeconds(30), default);
        Assert.True(status!.HasEnded, $"Job {id} is still {status.State}.");
        return status;
    }

    private async Task<IAsyncDisposable> StartRunnerAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(fixture.Database.Source).AddSingleton(_trace).AddSingleton(_host.Transactions);
        services.AddSingleton<IModuleCatalog>(new ModuleCatalog([], [])).AddSingleton<IVisitorSource>(_visitors);
        services.AddSingleton<IUnitTree>(new StubTree((1, null), (30, 1))).AddSingleton<IRolePermissions>(new StubRoles(_granted)).AddSingleton<IModuleSwitch>(new StubSwitch());
        services.AddSingleton(new PermissionCatalog([new Provider()], new ModuleCatalog([], [])));
        services.AddScoped<UnitContext>().AddScoped<IUnitContext>(provider => provider.GetRequiredService<UnitContext>());
        var builder = new ContainerBuilder();
        builder.Populate(services);
        builder.RegisterType<JobProgress>().AsSelf();
        var running = new RunningRunner(builder.Build(), new JobLease(fixture.Database.Source, _clock));
        _started.Add(running);
        await running.StartAsync();
        return running;
    }

    private sealed class Provider : IPermissionProvider
    {
        public IEnumerable<Permission> GetPermissions() => [new("sample.count", "计数")];

        public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
    }

    private sealed class RunningRunner : IAsyncDisposable
    {
        private readonly IContainer _container;
        private readonly CommitSignal _signal = new();
        private readonly JobRunner _runner;
        private bool _stopped;

        public RunningRunner(IContainer container, JobLease lease)
        {
            _container = container;
            var readiness = new PortalReadiness();
            readiness.Set();
            _runner = new JobRunner(container, lease, _signal, readiness, NullLogger<JobRunner>.Instance);
        }

        public Task StartAsync() => _runner.StartAsync(default);

        public async ValueTask DisposeAsync()
        {
            if (_stopped)
                return;
            _stopped = true;
            await _runner.StopAsync(default);
            _runner.Dispose();
            _signal.Dispose();
            await _container.DisposeAsync();
        }
    }
}

public sealed class JobRunnerOnSqlite(KernelFixture<Sqlite> fixture) : JobRunnerTests<Sqlite>(fixture);

public sealed class JobRunnerOnMariaDb(KernelFixture<MariaDb> fixture) : JobRunnerTests<MariaDb>(fixture);
