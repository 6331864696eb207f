using MySql.Data.MySqlClient;
using Portal.Data;

namespace Portal.Kernel.Tests.Data;

public sealed class MySqlDriverTests
{
    [Fact]
    public void A_missing_driver_is_named_with_both_places()
    {
        var missing = Assert.Throws<InvalidOperationException>(() => MySqlDriver.FindFactory("Acme.Factory, Acme.Driver", "/srv/portal/drivers"));
        Assert.Contains("Acme.Driver", missing.Message, StringComparison.Ordinal);
        Assert.Contains("/srv/portal/drivers", missing.Message, StringComparison.Ordinal);
        Assert.Contains(AppContext.BaseDirectory, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_type_is_named() => Assert.Contains(
        "MySql.Data.Nothing",
        Assert.Throws<InvalidOperationException>(() => MySqlDriver.FindFactory("MySql.Data.Nothing, MySql.Data", "none")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("MySql.Data.MySqlClient.MySqlClientFactory")]
    [InlineData("MySql.Data.MySqlClient.MySqlConnection, MySql.Data")]
    public void What_is_not_a_factory_is_refused(string name) =>
        Assert.Throws<InvalidOperationException>(() => MySqlDriver.FindFactory(name, "none"));

    [Fact]
    public void The_driver_beside_the_application_is_found() =>
        Assert.Same(MySqlClientFactory.Instance, MySqlDriver.FindFactory(Portal.Testing.TestDatabase.Factory, "none"));

    [Fact]
    public void An_empty_connection_string_is_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => DataSources.Create(new DatabaseOptions { Provider = SqlDialect.MySql }, new PortalPaths("/srv", "plugins")));
        Assert.Contains("Database:ConnectionString", refused.Message, StringComparison.Ordinal);
    }
}
