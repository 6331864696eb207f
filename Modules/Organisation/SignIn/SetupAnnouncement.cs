using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Organisation.Pages.Account;

namespace Portal.Organisation.SignIn;

/// <summary>Tells the operator of an empty portal how to begin.</summary>
internal sealed class SetupAnnouncement(IServiceScopeFactory scopes, ILogger<SetupAnnouncement> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<SetupCommands>();
        if (!await setup.IsOpenAsync(cancellationToken))
            return;
        var token = await setup.IssueTokenAsync(cancellationToken);
        logger.LogWarning("门户还没有任何账号。请打开 /organisation/account/setup ，用一次性设置口令 {Token} 建立学校和管理员。", token);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
