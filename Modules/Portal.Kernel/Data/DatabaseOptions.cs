namespace Portal.Data;

/// <summary>Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Sqlite</c> (default) or <c>MySql</c>.</summary>
    public SqlDialect Provider { get; set; } = SqlDialect.Sqlite;

    /// <summary>Empty means <c>data/portal.db</c> beside appsettings.json.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Assembly-qualified name of the ADO.NET factory, looked for in the application and in <c>drivers/</c>.</summary>
    public string Factory { get; set; } = "MySqlConnector.MySqlConnectorFactory, MySqlConnector";
}
