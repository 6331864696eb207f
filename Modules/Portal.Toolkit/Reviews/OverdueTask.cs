using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;

namespace Portal.Toolkit.Reviews;

/// <summary>Tells of steps that ran out of time, once each; decides nothing.</summary>
[BackgroundTask(Title = "核办超期提醒", Schedule = "0 * * * *", Description = "超期的环节提醒办理单位和上级单位；超过两倍时限的列入上级单位的督办清单。")]
internal sealed class OverdueTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<ReviewAlarm>().RunAsync(cancellationToken);
}
