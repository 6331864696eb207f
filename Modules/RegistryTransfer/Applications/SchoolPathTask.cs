using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;

namespace Portal.RegistryTransfer.Applications;

[BackgroundTask(Title = "学校隶属同步", Schedule = "*/10 * * * *", Description = "学校在单位树中调整后，其业务归新的上级单位查看。")]
internal sealed class SchoolPathTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<SchoolPathCommands>().SyncAsync(cancellationToken);
}
