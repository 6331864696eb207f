using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;

namespace Portal.RegistryTransfer.RollUp;

/// <summary>Both phases on their days, also a job started by hand whose queue lost it.</summary>
[BackgroundTask(Title = "毕业与全国统一升级", Schedule = "0,10,20,30,40,50 * * * *", Description = "7月30日毕业，8月10日24时全国统一升级，每学年各一次。")]
internal sealed class RollUpTask(LocalTime time, IConfiguration configuration) : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var today = time.Today;
        if (!configuration.GetValue("RegistryTransfer:AutomaticRollUp", true) || today > RollUpRules.Ends(today.Year))
            return;
        var commands = services.GetRequiredService<RollUpCommands>();
        foreach (var phase in Enum.GetValues<RollUpPhase>().Where(phase => today >= RollUpRules.Begins(phase, today.Year)))
            await commands.RunAsync(today.Year, phase, _ => Task.CompletedTask, cancellationToken);
    }
}
