using Microsoft.Extensions.DependencyInjection;
using Portal.Units;

namespace Portal.Benchmarks;

/// <summary>A scope in which an account is at work, as in a request.</summary>
internal static class OperatorScope
{
    public static async Task<AsyncServiceScope> EnterAsync(LoadedPortal portal, string account)
    {
        var scope = portal.Services.CreateAsyncScope();
        var person = await portal.Database.ScalarAsync<long>("select id from organisation_person where account = @account", new { account });
        var visitor = await scope.ServiceProvider.GetRequiredService<IVisitorSource>().FindAsync(person, null, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<UnitContext>().Enter(visitor!, null, "");
        return scope;
    }
}
