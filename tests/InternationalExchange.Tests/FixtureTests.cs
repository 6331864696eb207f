using Portal.Testing;

namespace Portal.InternationalExchange.Tests;

public sealed class SqliteFixtureTests(ExchangeFixture<Sqlite> portal) : FixtureTests<Sqlite>(portal);

public sealed class MariaDbFixtureTests(ExchangeFixture<MariaDb> portal) : FixtureTests<MariaDb>(portal);

public abstract class FixtureTests<TDialect>(ExchangeFixture<TDialect> portal) : IClassFixture<ExchangeFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Every_office_of_the_book_is_a_unit()
    {
        var named = await portal.Database.QueryAsync<string>("select role_key from toolkit_record_office where module_id = 'InternationalExchange'");
        Assert.Equal(new ExchangeBook().Roles.Where(role => role.IsOffice).Select(role => role.Key).Order(), named.Order());
    }
}
