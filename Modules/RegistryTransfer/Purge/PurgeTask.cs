using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;

namespace Portal.RegistryTransfer.Purge;

[BackgroundTask(Title = "超期业务清理", Schedule = "0,30 * * * *", Description = "发起满165天未办结的申请，以及7月15日0时毕业年级未办结的申请。")]
internal sealed class PurgeTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<PurgeCommands>().RunAsync(cancellationToken);
}
