using Portal.Testing;

namespace Organisation.Tests;

/// <summary>The demo of all modules with a clock that can be moved.</summary>
public sealed class DemoPortal<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    public MovableClock Clock { get; } = new();

    public Task<long> UnitAsync(string name) => Database.ScalarAsync<long>("select id from organisation_unit where name = @name", new { name });

    public Task<long> RoleAsync(string name) => Database.ScalarAsync<long>("select id from organisation_role where name = @name", new { name });

    public Task<long> PersonAsync(string account) => Database.ScalarAsync<long>("select id from organisation_person where account = @account", new { account });

    protected override void Configure(PortalFactory factory) => factory.Clock = Clock;
}
