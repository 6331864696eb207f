using Autofac;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Units;

namespace Portal.Jobs;

/// <summary>Runs queued jobs of this host one after the other, each in a scope of its own with the rights of the post that queued it.</summary>
internal sealed class JobRunner(ILifetimeScope root, JobLease lease, CommitSignal signal, PortalReadiness readiness, ILogger<JobRunner> logger) : BackgroundService
{
    private const int MostAttempts = 5;

    /// <summary>Pause between two renewals.</summary>
    internal TimeSpan Pause { get; init; } = JobLease.Duration / 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await lease.ClaimAsync(stoppingToken) is { } row)
                    await RunAsync(row, stoppingToken);
                else
                    await signal.WaitAsync(TimeSpan.FromSeconds(2), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The job runner could not reach its table");
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }

    private async Task RunAsync(JobRow row, CancellationToken stoppingToken)
    {
        if (row.Attempts > MostAttempts)
        {
            await lease.EndAsync(row, JobState.Failed, "任务多次中断，已停止。已完成的部分保留；请重新提交，或联系管理员查看日志。");
            return;
        }

        using var running = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var renewal = LeaseRenewal.KeepAsync($"job:{row.Id}", Pause, JobLease.Duration, token => lease.RenewAsync(row, token), running, logger);
        try
        {
            await using var scope = root.BeginLifetimeScope();
            await EnterAsync(scope, row, running.Token);
            await JobType.RunAsync(row, scope.Resolve<IServiceProvider>(), scope.Resolve<Func<JobRow, JobProgress>>()(row), running.Token);
            await lease.EndAsync(row, JobState.Done, "");
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            await lease.ReturnAsync(row);
        }
        catch (Exception exception) when (exception is JobLeaseLostException or OperationCanceledException)
        {
            logger.LogWarning("Job {Job} lost its lease and goes on elsewhere", row.Id);
        }
        catch (JobRefusedException exception)
        {
            await lease.EndAsync(row, JobState.Failed, exception.Message);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Job {Job} of type {Type} failed", row.Id, row.Type);
            await lease.EndAsync(row, JobState.Failed, $"处理中断，已完成的部分保留。请把编号 {row.Id} 告诉管理员。");
        }
        finally
        {
            await running.CancelAsync();
            await renewal;
        }
    }

    private static async Task EnterAsync(ILifetimeScope scope, JobRow row, CancellationToken cancellationToken)
    {
        if (row.PersonId is not { } personId)
            return;
        var visitor = await scope.Resolve<IVisitorSource>().FindAsync(personId, null, cancellationToken);
        if (visitor is null || (row.PostId is { } postId && visitor.Posts.All(post => post.Id != postId)))
            throw new JobRefusedException("提交任务的岗位已失效，任务没有执行。");
        var context = scope.Resolve<UnitContext>();
        context.Enter(visitor, row.PostId, row.Address);
        if (!context.Has(row.Permission))
            throw new JobRefusedException("提交任务的岗位已没有相应的权限，或模块已停用，任务没有执行。");
    }
}
