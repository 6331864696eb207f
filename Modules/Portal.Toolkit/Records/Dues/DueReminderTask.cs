using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;

namespace Portal.Toolkit.Records.Dues;

/// <summary>Tells what falls due or is late, in one message a day.</summary>
[BackgroundTask(Title = "到期提醒", Schedule = "10 8 * * *", Description = "每天早上汇总临近到期和已超期的事项，提醒责任人、承办单位和职能部门。")]
internal sealed class DueReminderTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<DueReminder>().RunAsync(cancellationToken);
}
