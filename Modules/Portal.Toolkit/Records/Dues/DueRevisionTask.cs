using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;

namespace Portal.Toolkit.Records.Dues;

/// <summary>Computes due dates anew after a setting changed.</summary>
[BackgroundTask(Title = "期限重算", Schedule = "* * * * *", Description = "参数修改以后，按新的参数重新计算依据它的未办结期限。")]
internal sealed class DueRevisionTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<DueRevision>().RunAsync(cancellationToken);
}
