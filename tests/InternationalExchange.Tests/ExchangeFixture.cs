using Portal.Testing;

namespace Portal.InternationalExchange.Tests;

/// <summary>A portal on Monday, 2026-03-02, 10:00 in Beijing, the day of the cases of domain §6.</summary>
public class ExchangeFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    public MovableClock Clock { get; } = new(Day(2026, 3, 2));

    internal static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 10, 0, 0, TimeSpan.FromHours(8));

    public Task<long> PersonIdAsync(string account) => Database.ScalarAsync<long>("select id from organisation_person where account = @account", new { account });

    public Task<long> UnitIdAsync(string name) => Database.ScalarAsync<long>("select id from organisation_unit where name = @name", new { name });

    protected override void Configure(PortalFactory factory)
    {
        factory.Clock = Clock;
        factory.Settings["Portal:DemoStudents"] = "0";
    }
}
