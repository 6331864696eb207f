using Microsoft.Extensions.DependencyInjection;
using Portal.Units;
using Xunit;

namespace Portal.Testing;

/// <summary>One database and one host for a test class; derive to configure the host.</summary>
public class PortalFixture<TDialect> : IAsyncLifetime
    where TDialect : ITestDialect
{
    private TestDatabase? _database;
    private PortalFactory? _factory;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public PortalFactory Factory => _factory ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public IServiceProvider Services => Factory.Services;

    public PortalClient Browse() => Factory.Browse();

    /// <summary>A browser in which the account has signed in.</summary>
    public async Task<PortalClient> SignInAsync(string account, string password = PortalClient.DemoPassword)
    {
        var client = Browse();
        await client.SignInAsync(account, password);
        return client;
    }

    /// <summary>A scope in which the account is at work, as in a request.</summary>
    public async Task<AsyncServiceScope> EnterAsync(string account)
    {
        var scope = Services.CreateAsyncScope();
        var person = await Database.ScalarAsync<long>("select id from organisation_person where account = @account", new { account });
        var visitor = await scope.ServiceProvider.GetRequiredService<IVisitorSource>().FindAsync(person, null, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<UnitContext>().Enter(visitor!, null, "");
        return scope;
    }

    public virtual async Task InitializeAsync()
    {
        _database = TestDatabase.Create<TDialect>();
        _factory = new PortalFactory(_database);
        Configure(_factory);
        _factory.StartServer();
        await StartedAsync();
    }

    public virtual async Task DisposeAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    /// <summary>Called before the host starts.</summary>
    protected virtual void Configure(PortalFactory factory)
    {
    }

    /// <summary>Called when the host answers.</summary>
    protected virtual Task StartedAsync() => Task.CompletedTask;
}
